package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderRecallTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            the only one,                        1, 1, false,
            the last of three,                   3, 3, false,
            another followed,                    1, 2, false, reminded-since
            a collector has the claim,           2, 2, true,  handed-over
            a collector has it after the others, 1, 2, true,  handed-over
            """)
    void whatWasBuiltOnIsNotTakenBackFromBelow(String what, int level, int last, boolean handedOver, String why) {
        assertThat(new ReminderRecall(level, last, handedOver).whyItStands())
                .as(what)
                .isEqualTo(Optional.ofNullable(why));
    }

    @Test
    void aReminderIsOneOfThoseThatWereSent() {
        assertThatThrownBy(() -> new ReminderRecall(0, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReminderRecall(2, 1, false)).isInstanceOf(IllegalArgumentException.class);
    }
}

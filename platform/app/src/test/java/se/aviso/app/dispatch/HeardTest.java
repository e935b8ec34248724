package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.spi.dispatch.Delivery;

class HeardTest {
    private static final Delivery OURS = told("1");
    private static final Delivery STRANGE = told("2");

    @Test
    void whatNobodyKnowsIsPutAsideWhereAllCouldHear() {
        var heard = new HearNotices.Heard(Set.of(OURS), true);

        assertThat(heard.keeps(List.of(OURS))).isTrue();
        assertThat(heard.keeps(List.of(STRANGE))).isTrue();
        assertThat(heard.keeps(List.of())).isTrue();
    }

    @Test
    void whereSomebodyCouldNotHearOnlyWhatWasKeptIsPutAside() {
        var heard = new HearNotices.Heard(Set.of(OURS), true).inPart();

        assertThat(heard.keeps(List.of(OURS))).isTrue();
        assertThat(heard.keeps(List.of(OURS, STRANGE))).isFalse();
    }

    @Test
    void whatTwoHaveHeardIsWholeWhereBothHeardAll() {
        var one = new HearNotices.Heard(Set.of(OURS), true);
        var other = new HearNotices.Heard(Set.of(STRANGE), false);

        assertThat(one.and(other)).isEqualTo(new HearNotices.Heard(Set.of(OURS, STRANGE), false));
        assertThat(HearNotices.Heard.NOTHING.and(one)).isEqualTo(one);
    }

    private static Delivery told(String key) {
        return new Delivery(Optional.<UUID>empty(), key, Delivery.State.LOST, "");
    }
}

package se.aviso.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSenderTest {
    @ParameterizedTest
    @CsvSource({"Fjäll & Vidd Östersund, FjallViddOs", "1:a Scoutkåren, aScoutkaren", "'', Aviso", "Ski, Ski"})
    void aNameIsCutToWhatTelephonesShow(String name, String sender) {
        assertThat(SmsSender.of(name)).isEqualTo(sender);
        assertThat(SmsSender.isSender(sender)).isTrue();
    }
}

package se.aviso.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {
    @ParameterizedTest
    @CsvSource({
        "070-123 45 67, +46701234567",
        "+46 (0)70 123 45 67, +46701234567",
        "0046701234567, +46701234567",
        "072/123.45.67, +46721234567",
        "070‑123 45 67, +46701234567",
        "0047 900 12 345, +4790012345"
    })
    void whatPeopleWriteIsDialledTheSameWay(String written, String dialled) {
        assertThat(MobileNumber.read(written).map(MobileNumber::text)).contains(dialled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08-123 45 67", "+468123456", "070-123", "070-123 45 678", "nummer", "+0701234567"})
    void whatIsNoMobileNumberIsNone(String written) {
        assertThat(MobileNumber.read(written)).isEmpty();
    }

    @Test
    void itIsShownByItsEndAndWrittenNowhere() {
        var number = new MobileNumber("+46701234567");
        assertThat(number.masked()).isEqualTo("•••67");
        assertThat(number).hasToString("MobileNumber");
    }
}

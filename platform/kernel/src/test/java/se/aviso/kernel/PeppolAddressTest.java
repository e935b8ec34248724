package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeppolAddressTest {
    @ParameterizedTest
    @CsvSource({
        "556012-3456, 0007:5560123456",
        "0007:5560123456, 0007:5560123456",
        "' 0007:165560123456 ', 0007:5560123456",
        "0088:7300010000018, 0088:7300010000018",
        "0192:987654321, 0192:987654321",
        "9930:DE123456789, 9930:DE123456789"
    })
    void peopleWriteAnOrganisationNumberOrASchemeAndAnIdentifier(String written, String kept) {
        assertThat(PeppolAddress.read(written)).map(PeppolAddress::text).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "5560123457",
                "0007:5560123457",
                "0007:198001019999",
                "0088:7300010000019",
                "0088:730001000001",
                "007:5560123456",
                "0192:",
                "0192:a b",
                "0192:å",
                "0192:<x>",
                "name@example.org"
            })
    void whatCanBeNobodysIsNoAddress(String written) {
        assertThat(PeppolAddress.read(written)).isEmpty();
    }

    @Test
    void whatIsKeptIsReadAgain() {
        var address = PeppolAddress.of(new OrganisationNumber("5560123456"));

        assertThat(PeppolAddress.read(address.text())).contains(address);
    }
}

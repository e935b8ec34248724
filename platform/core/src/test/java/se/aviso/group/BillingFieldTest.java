package se.aviso.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingFieldTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            BANKGIRO,            9912346,                  991-2346
            PLUSGIRO,            2865434,                  28 65 43-4
            ORGANISATION_NUMBER, 8024991005,               802499-1005
            SWISH,               1231181189,               123 118 11 89
            IBAN,                SE4550000000058398257466, SE45 5000 0000 0583 9825 7466
            CITY,                Umeå,                     Umeå
            POSTAL_CODE,         831 30,                   831 30
            """)
    void aKeptValueIsWrittenAsPeopleDoAndReadBackAsItWas(BillingField field, String kept, String written) {
        assertThat(field.written(kept)).isEqualTo(written);
        assertThat(field.normalised(written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", " egen "})
    void anOwnPageIsCalledSoInBothLanguages(String text) {
        assertThat(BillingField.TEMPLATE.normalised(text)).isEqualTo(BillingField.OWN_LOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "SLIP, on, on",
        "SLIP, ' På ', on",
        "SLIP, nej, off",
        "SLIP, 08, 08",
        "QR, UsingQR, usingqr",
        "QR, båda, both"
    })
    void howTheFootAsksForMoneyIsChosenInBothLanguages(BillingField field, String written, String kept) {
        assertThat(field.normalised(written)).isEqualTo(kept);
        assertThat(field.normalised(kept)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"SLIP, yes", "SLIP, 4", "SLIP, 041", "QR, swisch"})
    void whatIsNoChoiceIsRefused(BillingField field, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> field.normalised(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8313", "083130", "01234", "Umeå", "831-30"})
    void aPostalCodeHasFiveDigits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BillingField.POSTAL_CODE.normalised(text));
    }
}

package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are of the tax agency's kind for tests; nobody has them. */
class PersonalNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvSource(textBlock = """
            199001012385,   199001012385
            19900101-2385,  199001012385
            900101-2385,    199001012385
            9001012385,     199001012385
            900101+2385,    189001012385
            261128-2381,    202611282381
            261129+2380,    192611292380
            19900161-2382,  199001612382
            900161-2382,    199001612382
            000229-2381,    200002292381
            ' 19900101 2385 ', 199001012385""")
    void isReadAsPeopleWriteItAndKeptWithItsCentury(String written, String digits) {
        assertThat(PersonalNumber.read(written, TODAY).orElseThrow().digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "19900101", "199001012386", "19900230-2389", "19901301-2382", "19900192-2385", "17900101-2385",
                "21900101-2385", "900101/2385", "900101--2385", "9001-012385", "١٩٩٠٠١٠١٢٣٨٥", "19900160-2383", "Eva"
            })
    void whatIsNoneIsNotRead(String written) {
        assertThat(PersonalNumber.read(written, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            199001012385, 1990-01-01, false
            199001612382, 1990-01-01, true
            189001012385, 1890-01-01, false
            200002292381, 2000-02-29, false""")
    void tellsTheDayOfBirth(String digits, LocalDate born, boolean coOrdination) {
        var number = new PersonalNumber(digits);
        assertThat(number.born()).isEqualTo(born);
        assertThat(number.isCoOrdination()).isEqualTo(coOrdination);
    }

    @Test
    void itsTextIsMasked() {
        var number = new PersonalNumber("199001612382");
        assertThat(number).hasToString("19900101-****");
        assertThat(number.whole()).isEqualTo("19900161-2382");
    }

    @Test
    void theRefusalDoesNotRepeatIt() {
        assertThatThrownBy(() -> new PersonalNumber("199001012386"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1990");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Ringde om 900101-2385 i dag, true
            nr 199001012385,             true
            900101 2385,                 true
            19900101 - 2385,             true
            faktura 900101-2386,         false
            OCR 19900101238500,          false
            ärende 4711,                 false""")
    void isFoundInWhatPeopleWriteFreely(String text, boolean stands) {
        assertThat(PersonalNumber.standsIn(text, TODAY)).isEqualTo(stands);
    }
}

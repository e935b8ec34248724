package se.aviso.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A colour of documents can be read on white paper. */
class AccentColourTest {
    @ParameterizedTest
    @CsvSource({"#0B5C6B, #0b5c6b", "8a2f2a, #8a2f2a", "' #000000 ', #000000", "#767676, #767676"})
    void aDarkColourIsTaken(String written, String kept) {
        assertThat(AccentColour.parse(written).hex()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#777777", "#ffffff", "#ffd500", "red", "#12345", "#1234567", "", "#0b5c6g", "url(x)"})
    void aLightOneAndWhatIsNoneIsRefused(String written) {
        assertThatThrownBy(() -> AccentColour.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }
}

package se.aviso.app.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixRangeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            anders, ander, true
            anders, anders, true
            anders, andersson, true
            anders, andert, false
            /00001/, /00001/, true
            /00001/, /00001/00003/, true
            /00001/, /00010/, false
            /00001/, /000010/, false
            /, /00001/00003/, true
            """)
    void aTextIsInTheRangeOfItsBeginning(String prefix, String text, boolean expected) {
        var range = PrefixRange.of(prefix);
        var within = range.from().compareTo(text) <= 0 && text.compareTo(range.to()) < 0;
        assertThat(within).isEqualTo(expected && text.startsWith(prefix));
    }

    @ParameterizedTest
    @CsvSource({"\uD7FF, \uE000", "z, {", "ö, ÷"})
    void theRangeEndsWithTheNextCharacter(String prefix, String to) {
        assertThat(PrefixRange.of(prefix).to()).isEqualTo(to);
    }
}

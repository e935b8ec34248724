package se.aviso.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Money;

class ChartWordsTest {
    @ParameterizedTest(name = "{1} öre of at most {0}")
    @CsvSource(delimiter = ';', textBlock = """
            999999;        999950;      10000; 10,000
            1000000;       1840000;     18,4;  18.4
            1000000;       2000000;     20;    20
            1000000;       9994999;     99,9;  99.9
            1000000;       54464000;    545;   545
            99999999999;   123456789;   1,2;   1.2
            """)
    void amountsAreShortInTheUnitOfTheLargest(long most, long ore, String swedish, String english) {
        var unit = ChartWords.upTo(Money.ore(most));
        assertThat(unit.write(Money.ore(ore), Locale.forLanguageTag("sv-SE")).replaceAll("\\h", ""))
                .isEqualTo(swedish);
        assertThat(unit.write(Money.ore(ore), Locale.UK)).isEqualTo(english);
    }
}

package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Money;

class CollectedTest {
    @ParameterizedTest(name = "{1} of {0} öre")
    @CsvSource(textBlock = """
            1000,     0,   0
            1000,     9,   0
            1000,    10,   1
            1000,   500,  50
            1000,   999,  99
            1000,  1000, 100
            1000,  1500, 100
            1000,   -10,   0
               0,     0, 100
               0,    10, 100
            """)
    void theShareIsToldDownwardsAndTheWholeOnlyWhenNothingIsLeft(long claimed, long received, int percent) {
        assertThat(new Collected(Money.ore(claimed), Money.ore(received)).percent())
                .isEqualTo(percent);
    }
}

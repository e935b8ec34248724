package se.aviso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency SEK = Currency.getInstance("SEK");
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void splittingLosesNoOre() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 10_000; round++) {
            var whole = Money.ore(random.nextLong(-1_000_000, 1_000_000));
            var shares = whole.splitInto(random.nextInt(1, 40));
            assertThat(shares.stream().reduce(Money.ore(0), Money::plus))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(whole);
            var sorted = shares.stream().sorted().toList();
            assertThat(sorted.get(sorted.size() - 1).minus(sorted.get(0)).minorUnits())
                    .isBetween(0L, 1L);
        }
    }

    @Test
    void nothingIsSplitIntoNoParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.kronor(1).splitInto(0));
    }

    @ParameterizedTest
    @CsvSource({"300.00,30000", "300,30000", "0.05,5", "-12.50,-1250", "7.5,750"})
    void readsDecimalAmounts(String text, long ore) {
        assertThat(Money.parse(text, SEK)).isEqualTo(Money.ore(ore));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.005",
                "abc",
                "",
                ".",
                "7.",
                ".5",
                "+7",
                "1.850",
                "12.50000",
                "1e3",
                "1E2",
                "1e999999999",
                "12,50",
                "1 000",
                "٣",
                "0x1F",
                "92233720368547758.08"
            })
    void refusesWhatIsNoAmountInWholeOre(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text, SEK));
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.kronor(1).plus(Money.zero(EUR)))
                .withMessageContaining("EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.kronor(1).compareTo(Money.zero(EUR)));
    }

    @Test
    void anOverflowIsAnError() {
        assertThatThrownBy(() -> Money.ore(Long.MAX_VALUE).plus(Money.ore(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ore(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isWrittenWithTwoDecimals() {
        assertThat(Money.ore(-5).toDecimal()).isEqualTo("-0.05");
        assertThat(Money.kronor(300)).hasToString("300.00 SEK");
    }

    @Test
    void theSmallerOfTwo() {
        assertThat(Money.ore(5).min(Money.ore(4))).isEqualTo(Money.ore(4));
        assertThat(Money.ore(4).min(Money.ore(5))).isEqualTo(Money.ore(4));
    }

    @Test
    void reckonsWithSigns() {
        assertThat(Money.kronor(3).minus(Money.kronor(5)).isNegative()).isTrue();
        assertThat(Money.kronor(3).times(2)).isEqualTo(Money.ore(600));
        assertThat(Money.ore(0).isZero()).isTrue();
        assertThat(Money.ore(0).isPositive()).isFalse();
        assertThat(Money.ore(0).isNegative()).isFalse();
        assertThat(Money.ore(1).isPositive()).isTrue();
        assertThat(Money.ore(7).negated()).isEqualTo(Money.ore(-7));
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD,125.00,25.00",
        "REDUCED,112.00,12.00",
        "LOW,10.00,0.57",
        "EXEMPT,300.00,0.00",
        "STANDARD,-125.00,-25.00",
        "STANDARD,0.03,0.01"
    })
    void vatIsTakenOutOfTheGross(VatRate rate, String gross, String tax) {
        assertThat(rate.containedIn(Money.parse(gross, SEK))).isEqualTo(Money.parse(tax, SEK));
    }

    @ParameterizedTest
    @CsvSource({
        "10000000000000, true",
        "-10000000000000, true",
        "10000000000001, false",
        "-10000000000001, false",
        "-9223372036854775808, false"
    })
    void booksHoldAHundredBillion(long ore, boolean fits) {
        assertThat(Money.ore(ore).fitsBooks()).isEqualTo(fits);
    }
}

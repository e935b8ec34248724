package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.dunning.Arrears.Interest.NoRate;
import se.aviso.dunning.Arrears.Interest.Reckoned;
import se.aviso.dunning.Arrears.Paid;
import se.aviso.kernel.Money;

class ArrearsTest {
    private static final ReferenceRates RATES = new ReferenceRates(
            Map.of(LocalDate.of(2022, 7, 1), 50, LocalDate.of(2023, 1, 1), 250, LocalDate.of(2023, 7, 1), 350));

    @ParameterizedTest(name = "{0} öre from {1} to {2}: {3}")
    @CsvSource(textBlock = """
            36500, 2023-01-31, 2023-01-31, 0
            36500, 2023-01-31, 2023-02-01, 11
            36500, 2023-01-31, 2023-02-10, 105
            36500, 2022-12-30, 2022-12-31, 9
            36500, 2022-12-31, 2023-01-01, 11
            36500, 2022-12-30, 2023-01-01, 19
            36500, 2023-06-29, 2023-07-02, 34
            1,     2023-01-31, 2023-03-01, 0
            100000000, 2022-12-31, 2023-06-30, 5206849
            """)
    void interestIsTheReferenceRateOfEachDayAndEightPoints(long ore, LocalDate from, LocalDate to, long interest) {
        assertThat(reckoned(new Arrears(from, to, Money.ore(ore), List.of()))).isEqualTo(Money.ore(interest));
    }

    @Test
    void aPaymentLowersWhatBearsInterestFromTheDayBehindIt() {
        var paid = List.of(new Paid(LocalDate.of(2023, 2, 10), Money.ore(18_250)));
        var arrears = new Arrears(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 20), Money.ore(36_500), paid);
        assertThat(reckoned(arrears)).isEqualTo(Money.ore(158)); // ten days at 10.5 öre, ten at 5.25, rounded once
    }

    @Test
    void whatWasPaidBeforeBearsNone() {
        var paid = List.of(new Paid(LocalDate.of(2023, 1, 10), Money.ore(36_500)));
        var arrears = new Arrears(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 20), Money.ore(36_500), paid);
        assertThat(reckoned(arrears)).isEqualTo(Money.ore(0));
    }

    @Test
    void anAgreedRateNeedsNoReferenceRate() {
        var arrears = new Arrears(LocalDate.of(2030, 1, 31), LocalDate.of(2030, 2, 10), Money.ore(36_500), List.of());
        assertThat(arrears.interest(RATES, Optional.of(1_000)))
                .isInstanceOfSatisfying(
                        Reckoned.class, all -> assertThat(all.amount()).isEqualTo(Money.ore(100)));
    }

    @Test
    void aRateThatIsNotKnownIsNotGuessed() {
        var arrears = new Arrears(LocalDate.of(2023, 12, 30), LocalDate.of(2024, 1, 1), Money.ore(36_500), List.of());
        assertThat(arrears.interest(RATES, Optional.empty())).isEqualTo(new NoRate(LocalDate.of(2024, 1, 1)));
    }

    @Test
    void aNegativeReferenceRateLowersTheEightPoints() {
        var rates = new ReferenceRates(Map.of(LocalDate.of(2018, 1, 1), -50));
        var arrears = new Arrears(LocalDate.of(2018, 1, 31), LocalDate.of(2018, 2, 10), Money.ore(36_500), List.of());
        assertThat(arrears.interest(rates, Optional.empty()))
                .isInstanceOfSatisfying(
                        Reckoned.class, all -> assertThat(all.amount()).isEqualTo(Money.ore(75)));
    }

    @Test
    void stretchesFollowEachOtherAndNeverEarnMoreThanOneRoundingApart() {
        var seed = 20261128L;
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var from = LocalDate.of(2022, 7, 1).plusDays(random.nextInt(300));
            var to = from.plusDays(1 + random.nextInt(200));
            var paid = new ArrayList<Paid>();
            for (var each = 0; each < random.nextInt(4); each++) {
                paid.add(new Paid(from.plusDays(random.nextInt(200)), Money.ore(random.nextInt(20_000))));
            }
            var arrears = new Arrears(from, to, Money.ore(1 + random.nextInt(100_000)), paid);
            var all = (Reckoned) arrears.interest(RATES, Optional.empty());
            var next = from.plusDays(1);
            for (var stretch : all.stretches()) {
                assertThat(stretch.firstDay())
                        .as("seed " + seed + ", round " + round)
                        .isEqualTo(next);
                next = stretch.lastDay().plusDays(1);
            }
            assertThat(next).as("seed " + seed + ", round " + round).isEqualTo(to.plusDays(1));
            var middle = from.plusDays(1 + random.nextInt(200));
            if (middle.isBefore(to)) {
                var first = reckoned(new Arrears(from, middle, arrears.principal(), paid));
                var second = reckoned(new Arrears(middle, to, arrears.principal(), paid));
                assertThat(Math.abs(first.plus(second).minus(all.amount()).minorUnits()))
                        .as("seed " + seed + ", round " + round)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private static Money reckoned(Arrears arrears) {
        return ((Reckoned) arrears.interest(RATES, Optional.empty())).amount();
    }
}

package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.member.PeriodRule.Kind.FROM_FIRST_SETTLEMENT;
import static se.aviso.member.PeriodRule.Kind.FROM_SIGN_UP;
import static se.aviso.member.PeriodRule.Kind.SEASON;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.DayRange;

class PeriodRuleTest {
    private static final MonthDay FIRST_OF_JULY = MonthDay.of(7, 1);

    @ParameterizedTest
    @CsvSource({"2027-01-01", "2027-06-15", "2027-12-31"})
    void aCalendarYearHoldsTheDayOfJoining(LocalDate joined) {
        assertThat(PeriodRule.calendarYear().firstPeriod(joined)).contains(days("2027-01-01", "2027-12-31"));
    }

    @Test
    void aCalendarYearStartsAtNewYearWhateverSeasonIsStated() {
        var rule = new PeriodRule(PeriodRule.Kind.CALENDAR_YEAR, FIRST_OF_JULY, 12);
        assertThat(rule).isEqualTo(PeriodRule.calendarYear());
    }

    @ParameterizedTest(name = "{0} joined {1}")
    @CsvSource(textBlock = """
            --07-01, 2026-06-30, 2025-07-01, 2026-06-30
            --07-01, 2026-07-01, 2026-07-01, 2027-06-30
            --07-01, 2026-12-31, 2026-07-01, 2027-06-30
            --07-01, 2027-01-01, 2026-07-01, 2027-06-30
            --03-01, 2028-02-29, 2027-03-01, 2028-02-29
            --02-29, 2027-02-27, 2026-02-28, 2027-02-27
            --02-29, 2027-02-28, 2027-02-28, 2028-02-28
            --02-29, 2028-02-29, 2028-02-29, 2029-02-27
            """)
    void aSeasonHoldsTheDayOfJoiningAlsoAcrossNewYear(
            MonthDay start, LocalDate joined, LocalDate first, LocalDate last) {
        assertThat(new PeriodRule(SEASON, start, 12).firstPeriod(joined)).contains(new DayRange(first, last));
    }

    @ParameterizedTest(name = "{1} months from {0}")
    @CsvSource(textBlock = """
            2027-03-15, 12, 2028-03-14
            2027-01-01, 12, 2027-12-31
            2027-01-31,  1, 2027-02-27
            2028-01-31,  1, 2028-02-28
            2027-02-28,  1, 2027-03-27
            2027-08-31,  6, 2028-02-28
            2028-02-29, 12, 2029-02-27
            2028-02-29, 48, 2032-02-28
            2027-03-15, 120, 2037-03-14
            """)
    void monthsFromSignUpEndTheDayBeforeTheSameDay(LocalDate joined, int months, LocalDate last) {
        assertThat(rule(FROM_SIGN_UP, months).firstPeriod(joined)).contains(new DayRange(joined, last));
    }

    @Test
    void aPeriodFromTheFirstSettlementWaitsForIt() {
        var rule = rule(FROM_FIRST_SETTLEMENT, 12);
        assertThat(rule.firstPeriod(LocalDate.of(2027, 3, 15))).isEmpty();
        assertThat(rule.fixedBySettlement(LocalDate.of(2027, 4, 2))).isEqualTo(days("2027-04-02", "2028-04-01"));
    }

    @Test
    void theNextCalendarYearFollows() {
        assertThat(PeriodRule.calendarYear().after(days("2027-01-01", "2027-12-31")))
                .isEqualTo(days("2028-01-01", "2028-12-31"));
    }

    @Test
    void aTypeThatBecomesASeasonTakesTheSeasonOfTheNextDay() {
        assertThat(new PeriodRule(SEASON, FIRST_OF_JULY, 12).after(days("2026-01-01", "2026-12-31")))
                .isEqualTo(days("2026-07-01", "2027-06-30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROM_SIGN_UP", "FROM_FIRST_SETTLEMENT"})
    void theNextMonthsFollow(PeriodRule.Kind kind) {
        assertThat(rule(kind, 6).after(days("2027-03-15", "2027-09-14"))).isEqualTo(days("2027-09-15", "2028-03-14"));
    }

    @Test
    void periodsFollowEachOtherWithoutGapOrOverlap() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var rule = anyRule(random);
            var joined = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(2_000));
            var period = rule.firstPeriod(joined).orElseGet(() -> rule.fixedBySettlement(joined));
            assertThat(period.contains(joined))
                    .as("seed %d round %d", seed, round)
                    .isTrue();
            for (var next = 0; next < 9; next++) {
                var following = rule.after(period);
                assertThat(following.firstDay())
                        .as("seed %d round %d: %s after %s by %s", seed, round, following, period, rule)
                        .isEqualTo(period.lastDay().plusDays(1));
                period = following;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 121})
    void aPeriodIsOneMonthToTenYears(int months) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(FROM_SIGN_UP, months))
                .withMessageContaining(months + " months");
    }

    private static PeriodRule anyRule(Random random) {
        var kinds = List.of(PeriodRule.Kind.values());
        var start = MonthDay.from(LocalDate.of(2028, 1, 1).plusDays(random.nextInt(366)));
        return new PeriodRule(kinds.get(random.nextInt(kinds.size())), start, random.nextInt(1, 121));
    }

    private static PeriodRule rule(PeriodRule.Kind kind, int months) {
        return new PeriodRule(kind, FIRST_OF_JULY, months);
    }

    private static DayRange days(String first, String last) {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}

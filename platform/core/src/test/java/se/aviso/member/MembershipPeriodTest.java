package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.aviso.member.PeriodState.LAPSED;
import static se.aviso.member.PeriodState.OFFERED;
import static se.aviso.member.PeriodState.PAID;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.PeriodId;

class MembershipPeriodTest {
    private static final PeriodId ID = new PeriodId(new UUID(0, 1));
    private static final DayRange YEAR = new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    private static final LocalDate LAST_DAY = YEAR.lastDay();
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 1);
    private static final PeriodRule CALENDAR_YEAR = PeriodRule.calendarYear();
    private static final PeriodRule FROM_SETTLEMENT =
            new PeriodRule(PeriodRule.Kind.FROM_FIRST_SETTLEMENT, MonthDay.of(1, 1), 12);

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "LAPSED"})
    void settlingPaysThePeriodAndKeepsItsDays(PeriodState before) {
        assertThat(period(before).settled(CALENDAR_YEAR, JUNE, JUNE)).isEqualTo(period(PAID));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "ENDED", "CANCELLED", "RECALLED"})
    void settlingAgainChangesNothing(PeriodState before) {
        assertThat(period(before).settled(CALENDAR_YEAR, JUNE, JUNE)).isEqualTo(period(before));
    }

    @ParameterizedTest
    @CsvSource({"2027-12-31, PAID", "2028-01-01, ENDED"})
    void whatIsPaidAfterItsLastDayHasEnded(LocalDate today, PeriodState state) {
        assertThat(period(OFFERED).settled(CALENDAR_YEAR, JUNE, today)).isEqualTo(period(state));
    }

    @Test
    void theFirstSettlementFixesTheDays() {
        var paid = waiting(OFFERED).settled(FROM_SETTLEMENT, JUNE, JUNE.plusDays(3));
        assertThat(paid.days()).contains(new DayRange(JUNE, LocalDate.of(2028, 5, 31)));
        assertThat(paid.state()).isEqualTo(PAID);
        assertThat(paid.id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, OFFERED",
        "ENDED, LAPSED",
        "OFFERED, OFFERED",
        "LAPSED, LAPSED",
        "CANCELLED, CANCELLED",
        "RECALLED, RECALLED"
    })
    void aSettlementThatIsTakenBackLeavesAPeriodThatNobodyPaidFor(PeriodState before, PeriodState after) {
        assertThat(period(before).unsettled()).isEqualTo(period(after));
    }

    @Test
    void aSecondSettlementDoesNotMoveTheDays() {
        var paid = waiting(OFFERED).settled(FROM_SETTLEMENT, JUNE, JUNE);
        var later = JUNE.plusMonths(2);
        assertThat(paid.settled(FROM_SETTLEMENT, later, later)).isEqualTo(paid);
    }

    @Test
    void payingLateDoesNotMoveDaysThatWereOffered() {
        var march = LocalDate.of(2028, 3, 1);
        assertThat(period(LAPSED).settled(FROM_SETTLEMENT, march, march).days()).contains(YEAR);
    }

    @Test
    void noOrderOfEventsMovesAnEndDateOnceItIsFixed() {
        var seed = 20261123L;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var period = waiting(OFFERED);
            var fixed = Optional.<DayRange>empty();
            var today = JUNE;
            for (var event = 0; event < 8; event++) {
                today = today.plusDays(random.nextInt(200));
                period = switch (random.nextInt(3)) {
                    case 0 -> period.settled(FROM_SETTLEMENT, today, today);
                    case 1 -> period.on(today);
                    default -> period.lapsed();
                };
                fixed = fixed.or(period::days);
                assertThat(period.days()).as("seed %d round %d", seed, round).isEqualTo(fixed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2027-06-01, PAID", "2027-12-31, PAID", "2028-01-01, ENDED"})
    void aPaidPeriodEndsAfterItsLastDay(LocalDate today, PeriodState state) {
        assertThat(period(PAID).on(today)).isEqualTo(period(state));
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "ENDED", "LAPSED", "CANCELLED"})
    void onlyAPaidPeriodEnds(PeriodState before) {
        assertThat(period(before).on(LAST_DAY.plusDays(1))).isEqualTo(period(before));
    }

    @ParameterizedTest
    @CsvSource({"OFFERED, LAPSED", "PAID, PAID", "ENDED, ENDED", "LAPSED, LAPSED", "CANCELLED, CANCELLED"})
    void onlyAnOfferedPeriodLapses(PeriodState before, PeriodState after) {
        assertThat(period(before).lapsed()).isEqualTo(period(after));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, CANCELLED",
        "PAID, CANCELLED",
        "ENDED, ENDED",
        "LAPSED, LAPSED",
        "CANCELLED, CANCELLED",
        "RECALLED, RECALLED"
    })
    void aPeriodThatWasCreditedIsWithdrawnUnlessItIsOver(PeriodState before, PeriodState after) {
        assertThat(period(before).withdrawn()).isEqualTo(period(after));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, RECALLED",
        "PAID, RECALLED",
        "LAPSED, RECALLED",
        "ENDED, ENDED",
        "CANCELLED, CANCELLED",
        "RECALLED, RECALLED"
    })
    void aRecallTakesBackWhatTheRunHadBilled(PeriodState before, PeriodState after) {
        assertThat(period(before).recalled()).isEqualTo(period(after));
    }

    @Test
    void aPeriodThatWaitsForItsFirstSettlementMayLapse() {
        assertThat(waiting(OFFERED).lapsed()).isEqualTo(waiting(LAPSED));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "ENDED"})
    void aSettledPeriodHasDays(PeriodState state) {
        assertThatIllegalArgumentException().isThrownBy(() -> waiting(state)).withMessageContaining(state.name());
    }

    @ParameterizedTest(name = "last day {0}, today {1}: to {2}, {3}")
    @CsvSource(textBlock = """
            2027-06-30, 2027-06-01, 2027-06-30, PAID
            2027-06-30, 2027-07-01, 2027-06-30, ENDED
            2028-06-30, 2027-06-01, 2027-12-31, PAID
            2026-06-30, 2027-06-01, 2027-12-31, CANCELLED
            """)
    void aPaidPeriodEndsWithTheLastDayAtTheLatest(
            LocalDate lastDay, LocalDate today, LocalDate until, PeriodState state) {
        var left = period(PAID).leaving(lastDay, today);
        assertThat(left.state()).isEqualTo(state);
        assertThat(left.days()).contains(new DayRange(YEAR.firstDay(), until));
    }

    @Test
    void whatIsPaidAfterLeavingReachesNoFurtherThanTheLastDay() {
        var late = LocalDate.of(2028, 2, 1);
        var paid =
                period(OFFERED).settled(PeriodRule.calendarYear(), late, late).leaving(JUNE, late);
        assertThat(paid.days()).contains(new DayRange(YEAR.firstDay(), JUNE));
        assertThat(paid.state()).isEqualTo(PeriodState.ENDED);
    }

    @Test
    void whatWasCreditedMayBeBilledAgainUntilItIsOver() {
        assertThat(period(PeriodState.CANCELLED).isBillableAgain(YEAR.lastDay()))
                .isTrue();
        assertThat(waiting(PeriodState.CANCELLED).isBillableAgain(YEAR.lastDay()))
                .isTrue();
        assertThat(period(PeriodState.CANCELLED).isBillableAgain(YEAR.lastDay().plusDays(1)))
                .isFalse();
        assertThat(period(PAID).isBillableAgain(JUNE)).isFalse();
    }

    @Test
    void whatWasOnlyOfferedIsNotCutByLeaving() {
        assertThat(period(OFFERED).leaving(JUNE, JUNE)).isEqualTo(period(OFFERED));
    }

    private static MembershipPeriod period(PeriodState state) {
        return new MembershipPeriod(ID, Optional.of(YEAR), state);
    }

    private static MembershipPeriod waiting(PeriodState state) {
        return new MembershipPeriod(ID, Optional.empty(), state);
    }
}

package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.member.PeriodState.OFFERED;
import static se.aviso.member.PeriodState.PAID;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.PeriodId;

class RenewalPolicyTest {
    private static final List<PeriodRule.Kind> KINDS = List.of(PeriodRule.Kind.values());
    private static final PeriodRule CALENDAR_YEAR = PeriodRule.calendarYear();
    private static final DayRange YEAR = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final DayRange NEXT_YEAR = new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    private static final RenewalPolicy THIRTY_DAYS_BEFORE = new RenewalPolicy(RenewalPolicy.Kind.OFFER, 30);

    @ParameterizedTest
    @CsvSource({"2026-11-30, false", "2026-12-01, true", "2026-12-31, true"})
    void theNextPeriodIsDueSoManyDaysBeforeTheLast(LocalDate today, boolean due) {
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, TypeEnd.NEVER, period(PAID), today))
                .isEqualTo(due ? Optional.of(NEXT_YEAR) : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "LAPSED", "RECALLED"})
    void whoHasNotPaidIsNotRenewed(PeriodState state) {
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, TypeEnd.NEVER, period(state), YEAR.lastDay()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ENDED, 2027-12-31, true", "ENDED, 2028-01-01, false", "CANCELLED, 2027-01-15, true"})
    void whatIsOverIsRenewedAsLongAsTheNextPeriodRuns(PeriodState state, LocalDate today, boolean due) {
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, TypeEnd.NEVER, period(state), today))
                .isEqualTo(due ? Optional.of(NEXT_YEAR) : Optional.empty());
    }

    @Test
    void noPeriodIsLookedForBeforeTheEarliestDayThatMatters() {
        var random = new Random(3);
        for (var round = 0; round < 20_000; round++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var rule = new PeriodRule(
                    kind, MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28)), 1 + random.nextInt(24));
            var last = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_500));
            var today = last.plusDays(random.nextInt(900));
            var next = rule.after(new DayRange(last.minusDays(10), last));
            if (!next.lastDay().isBefore(today)) {
                assertThat(last).as(rule + " on " + today).isAfterOrEqualTo(rule.earliestEnd(today));
            }
        }
    }

    @Test
    void aPeriodThatWaitsForItsFirstSettlementIsNotRenewed() {
        var waiting = new MembershipPeriod(new PeriodId(new UUID(0, 1)), Optional.empty(), OFFERED);
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, TypeEnd.NEVER, waiting, YEAR.lastDay()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, 2026-12-31, ", "PAID, 2026-11-30, not-due", "OFFERED, 2026-12-31, already-billed",
        "LAPSED, 2026-12-31, membership-over", "ENDED, 2027-01-01, ", "CANCELLED, 2026-11-30, not-due",
        "CANCELLED, 2026-12-31, ", "ENDED, 2028-01-01, membership-over"
    })
    void whoIsPassedOverIsToldWhy(PeriodState state, LocalDate today, @Nullable String why) {
        assertThat(THIRTY_DAYS_BEFORE.whyNotDue(CALENDAR_YEAR, TypeEnd.NEVER, period(state), today))
                .isEqualTo(Optional.ofNullable(why));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-01, type-has-ended", "2026-06-01, type-has-ended", "2027-01-02, "})
    void aTypeThatHasEndedIsRenewedByNoPeriodThatBeginsThen(LocalDate end, @Nullable String why) {
        var ending = new TypeEnd(Optional.of(end));
        assertThat(THIRTY_DAYS_BEFORE.whyNotDue(CALENDAR_YEAR, ending, period(PAID), YEAR.lastDay()))
                .isEqualTo(Optional.ofNullable(why));
        assertThat(THIRTY_DAYS_BEFORE
                        .due(CALENDAR_YEAR, ending, period(PAID), YEAR.lastDay())
                        .isPresent())
                .isEqualTo(why == null);
    }

    private static MembershipPeriod period(PeriodState state) {
        return new MembershipPeriod(new PeriodId(new UUID(0, 1)), Optional.of(YEAR), state);
    }
}

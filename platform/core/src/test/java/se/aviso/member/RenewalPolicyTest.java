package se.aviso.member;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.member.PeriodState.OFFERED;
import static se.aviso.member.PeriodState.PAID;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.PeriodId;

class RenewalPolicyTest {
    private static final PeriodRule CALENDAR_YEAR = PeriodRule.calendarYear();
    private static final DayRange YEAR = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final DayRange NEXT_YEAR = new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
    private static final RenewalPolicy THIRTY_DAYS_BEFORE = new RenewalPolicy(RenewalPolicy.Kind.OFFER, 30);

    @ParameterizedTest
    @CsvSource({"2026-11-30, false", "2026-12-01, true", "2026-12-31, true"})
    void theNextPeriodIsDueSoManyDaysBeforeTheLast(LocalDate today, boolean due) {
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, period(PAID), today))
                .isEqualTo(due ? Optional.of(NEXT_YEAR) : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PAID")
    void onlyAPaidPeriodIsRenewed(PeriodState state) {
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, period(state), YEAR.lastDay()))
                .isEmpty();
    }

    @Test
    void aPeriodThatWaitsForItsFirstSettlementIsNotRenewed() {
        var waiting = new MembershipPeriod(new PeriodId(new UUID(0, 1)), Optional.empty(), OFFERED);
        assertThat(THIRTY_DAYS_BEFORE.due(CALENDAR_YEAR, waiting, YEAR.lastDay()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PAID, 2026-12-31, ", "PAID, 2026-11-30, not-due", "OFFERED, 2026-12-31, already-billed",
        "LAPSED, 2026-12-31, membership-over", "ENDED, 2026-12-31, membership-over",
                "CANCELLED, 2026-12-31, membership-over"
    })
    void whoIsPassedOverIsToldWhy(PeriodState state, LocalDate today, @Nullable String why) {
        assertThat(THIRTY_DAYS_BEFORE.whyNotDue(period(state), today)).isEqualTo(Optional.ofNullable(why));
    }

    private static MembershipPeriod period(PeriodState state) {
        return new MembershipPeriod(new PeriodId(new UUID(0, 1)), Optional.of(YEAR), state);
    }
}

package se.aviso.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyPlanTest {
    private static final DailyPlan AT_SIX = new DailyPlan(Map.of(), LocalTime.of(6, 0));

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            on the minute of the start,         2027-03-09, 2027-03-10T06:00, 2027-03-10, 0
            a minute before it,                 2027-03-09, 2027-03-10T05:59, , 0
            once it is begun never again,       2027-03-10, 2027-03-10T23:59, , 0
            a day that was missed,              2027-03-08, 2027-03-10T05:59, 2027-03-09, 0
            three that were missed and the day, 2027-03-06, 2027-03-10T07:00, 2027-03-10, 3
            the day when nothing is known,      ,           2027-03-10T07:00, 2027-03-10, 0
            nothing before the first start,     ,           2027-03-10T05:00, , 0
            over the new year,                  2026-12-30, 2027-01-01T06:30, 2027-01-01, 1
            after years,                        2020-01-01, 2027-03-10T12:00, 2027-03-10, 2624
            a clock that went back,             2027-03-12, 2027-03-10T12:00, , 0
            """)
    void theLatestDayIsOwedAndMakesGoodThoseThatWereMissed(
            String what, LocalDate last, LocalDateTime now, LocalDate day, int missed) {
        assertThat(AT_SIX.owed(Optional.ofNullable(last), now))
                .as(what)
                .isEqualTo(Optional.ofNullable(day).map(owed -> new DailyPlan.Owed(owed, missed)));
    }

    @Test
    void howeverSeldomItIsAskedEachDayIsBegunOrMadeGoodOnce() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var now = LocalDateTime.of(2027, 1, 1, 6, 0);
        var first = now.toLocalDate();
        var last = Optional.<LocalDate>empty();
        var accounted = 0;
        for (var asked = 0; asked < 400; asked++) {
            var owed = AT_SIX.owed(last, now);
            if (owed.isPresent()) {
                assertThat(owed.get().day()).as("seed " + seed).isBeforeOrEqualTo(now.toLocalDate());
                accounted += 1 + owed.get().missed();
                last = Optional.of(owed.get().day());
            }
            assertThat(AT_SIX.owed(last, now)).as("seed " + seed).isEmpty();
            assertThat(last).as("seed " + seed).hasValue(first.plusDays(accounted - 1L));
            now = now.plusMinutes(random.nextInt(9 * 24 * 60));
        }
    }

    @ParameterizedTest(name = "{0} after {1} days")
    @CsvSource(textBlock = """
            RENEWAL,    0,  DO
            RENEWAL,    92, DO
            RENEWAL,    93, PROPOSE
            REMINDER,   93, PROPOSE
            LAPSE,      93, PROPOSE
            PERIOD_END, 93, DO
            """)
    void whoWasAwayForAQuarterLooksBeforeAnythingGoesOut(DailyWork work, int missed, DailyMode mode) {
        var owed = new DailyPlan.Owed(LocalDate.of(2027, 3, 10), missed);
        assertThat(DailyPlan.everything().mode(work, owed)).isEqualTo(mode);
    }

    @Test
    void whatIsOffStaysOffHoweverManyDaysWereMissed() {
        var owed = new DailyPlan.Owed(LocalDate.of(2027, 3, 10), 200);
        assertThat(AT_SIX.mode(DailyWork.RENEWAL, owed)).isEqualTo(DailyMode.OFF);
        assertThat(DailyPlan.cautious().mode(DailyWork.RENEWAL, owed)).isEqualTo(DailyMode.PROPOSE);
    }

    @Test
    void whatIsNotSaidIsOff() {
        assertThat(AT_SIX.mode(DailyWork.RENEWAL)).isEqualTo(DailyMode.OFF);
    }

    @Test
    void nothingIsSentUnaskedWhereNobodyHasSaidAnything() {
        var plan = DailyPlan.cautious();
        assertThat(plan.modes())
                .containsEntry(DailyWork.RENEWAL, DailyMode.PROPOSE)
                .containsEntry(DailyWork.REMINDER, DailyMode.PROPOSE);
    }

    @Test
    void theStartIsOnAMinute() {
        assertThatThrownBy(() -> new DailyPlan(Map.of(), LocalTime.of(6, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package se.aviso.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
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
            on the minute of the start,         2027-03-09, 2027-03-10T06:00, 2027-03-10
            a minute before it,                 2027-03-09, 2027-03-10T05:59, ''
            once it is begun never again,       2027-03-10, 2027-03-10T23:59, ''
            a day that was missed,              2027-03-08, 2027-03-10T05:59, 2027-03-09
            three that were missed and the day, 2027-03-06, 2027-03-10T07:00, 2027-03-07 2027-03-08 2027-03-09 2027-03-10
            the day when nothing is known,      ,           2027-03-10T07:00, 2027-03-10
            nothing before the first start,     ,           2027-03-10T05:00, ''
            over the new year,                  2026-12-30, 2027-01-01T06:30, 2026-12-31 2027-01-01
            """)
    void daysAreOwedInOrderFromTheStart(String what, LocalDate last, LocalDateTime now, String days) {
        assertThat(AT_SIX.owed(Optional.ofNullable(last), now).stream()
                        .map(LocalDate::toString)
                        .toList())
                .as(what)
                .isEqualTo(days.isEmpty() ? List.of() : List.of(days.split(" ")));
    }

    @Test
    void afterALongAbsenceOnlyAQuarterIsMadeUpFor() {
        var owed = AT_SIX.owed(Optional.of(LocalDate.of(2020, 1, 1)), LocalDateTime.of(2027, 3, 10, 12, 0));
        assertThat(owed).hasSize(DailyPlan.MOST_DAYS_BACK + 1).endsWith(LocalDate.of(2027, 3, 10));
    }

    @Test
    void howeverOftenItIsAskedEachDayIsOwedOnceAndInOrder() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var now = LocalDateTime.of(2027, 1, 1, 0, 0);
        var begun = new ArrayList<LocalDate>();
        while (begun.size() < 400) {
            var last = begun.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(begun.get(begun.size() - 1));
            AT_SIX.owed(last, now).stream().limit(1 + random.nextInt(3)).forEach(begun::add);
            now = now.plusMinutes(random.nextInt(3 * 24 * 60));
        }
        for (var at = 1; at < begun.size(); at++) {
            assertThat(begun.get(at))
                    .as("seed " + seed)
                    .isEqualTo(begun.get(at - 1).plusDays(1));
        }
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

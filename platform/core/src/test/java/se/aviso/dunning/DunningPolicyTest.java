package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.dunning.DunningPolicy.Reminded;
import se.aviso.kernel.Money;

class DunningPolicyTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 30);
    private static final DunningPolicy POLICY = DunningPolicy.simple(7, 30);
    private static final DunningPolicy THREE = new DunningPolicy(
            List.of(DunningLevel.friendly(5), DunningLevel.friendly(15), DunningLevel.friendly(40)),
            new DunningPolicy.Lapse(30, Optional.of(60), true),
            14);

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(textBlock = """
            on the seventh day after the due day, 2027-01-06, 30000, 0, true
            every day after it,                   2027-03-01, 30000, 0, true
            for the last öre,                     2027-01-06,     1, 0, true
            the day before,                       2027-01-05, 30000, 0, false
            on the due day,                       2026-12-30, 30000, 0, false
            of nothing,                           2027-01-06,     0, 0, false
            twice,                                2027-01-06, 30000, 1, false
            at a later level,                     2027-01-06, 30000, 2, false
            """)
    void anUnpaidClaimIsRemindedOfOnce(String when, LocalDate today, long open, int reminded, boolean due) {
        var before = new Reminded(reminded, Optional.empty());
        assertThat(POLICY.levelDue(DUE, Money.ore(open), before, today).isPresent())
                .as(when)
                .isEqualTo(due);
    }

    @ParameterizedTest(name = "after level {0} of {1}, on {2}: {3}")
    @CsvSource(textBlock = """
            0, ,           2027-01-03,
            0, ,           2027-01-04, 1
            0, ,           2027-06-01, 1
            1, 2027-01-04, 2027-01-13,
            1, 2027-01-04, 2027-01-14, 2
            1, 2027-01-20, 2027-01-29,
            1, 2027-01-20, 2027-01-30, 2
            2, 2027-01-14, 2027-02-07,
            2, 2027-01-14, 2027-02-08, 3
            3, 2027-02-08, 2027-12-01,
            """)
    void levelsComeOneAtATimeAndKeepTheirDistance(int level, LocalDate on, LocalDate today, Integer due) {
        var before = new Reminded(level, Optional.ofNullable(on));
        assertThat(THREE.levelDue(DUE, Money.kronor(1), before, today)).isEqualTo(Optional.ofNullable(due));
    }

    @Test
    void levelsThatAreNotInOrderAreNoPolicy() {
        var twice = List.of(DunningLevel.friendly(10), DunningLevel.friendly(10));
        assertThatThrownBy(() -> new DunningPolicy(twice, THREE.lapse(), 14))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3650, true", "30000, false"})
    void daysThatNeverPassMeanThatNobodyIsReminded(int days, boolean reminds) {
        assertThat(DunningPolicy.simple(days, 30).reminds()).isEqualTo(reminds);
        assertThat(DunningPolicy.simple(days, 30).reminderAfterDays()).isEqualTo(days);
    }

    @Test
    void aClaimIsHandedOverSoManyDaysAfterItsLastReminderAndNeverWithoutOne() {
        var on = LocalDate.of(2027, 2, 8);
        assertThat(THREE.handOverFrom(new Reminded(3, Optional.of(on)))).contains(LocalDate.of(2027, 2, 22));
        assertThat(THREE.handedOverWhenRemindedBy(LocalDate.of(2027, 2, 22))).isEqualTo(on);
        assertThat(THREE.handOverFrom(Reminded.NEVER)).isEmpty();
        assertThat(POLICY.handOverFrom(new Reminded(1, Optional.of(on)))).contains(on.plusDays(10));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-30, false", "2027-01-29, false", "2027-01-30, true", "2027-06-01, true"})
    void anOfferLapsesTheDayAfterItsLast(LocalDate today, boolean lapsed) {
        assertThat(POLICY.offerLapsed(DUE, today)).isEqualTo(lapsed);
    }

    @ParameterizedTest
    @CsvSource({"2027-02-28, false", "2027-03-01, true"})
    void aPeriodOnAClaimLapsesTheDayAfterItsLast(LocalDate today, boolean lapsed) {
        assertThat(THREE.claimLapsed(DUE, today)).isEqualTo(lapsed);
        assertThat(POLICY.claimLapsed(DUE, today)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-29, false", "2026-12-30, true"})
    void withoutDaysOfGraceTheReminderIsDueOnTheDueDay(LocalDate today, boolean due) {
        var simple = DunningPolicy.simple(0, 0);
        assertThat(simple.levelDue(DUE, Money.kronor(1), Reminded.NEVER, today).isPresent())
                .isEqualTo(due);
    }
}

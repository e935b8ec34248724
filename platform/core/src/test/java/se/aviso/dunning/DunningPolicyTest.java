package se.aviso.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Money;

class DunningPolicyTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 30);
    private static final DunningPolicy POLICY = new DunningPolicy(7, 30);

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
        assertThat(POLICY.firstReminderDue(DUE, Money.ore(open), reminded, today))
                .as(when)
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3650, true", "30000, false"})
    void daysThatNeverPassMeanThatNobodyIsReminded(int days, boolean reminds) {
        assertThat(new DunningPolicy(days, 30).reminds()).isEqualTo(reminds);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-30, false", "2027-01-29, false", "2027-01-30, true", "2027-06-01, true"})
    void anOfferLapsesTheDayAfterItsLast(LocalDate today, boolean lapsed) {
        assertThat(POLICY.offerLapsed(DUE, today)).isEqualTo(lapsed);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-29, false", "2026-12-30, true"})
    void withoutDaysOfGraceTheReminderIsDueOnTheDueDay(LocalDate today, boolean due) {
        assertThat(new DunningPolicy(0, 0).firstReminderDue(DUE, Money.kronor(1), 0, today))
                .isEqualTo(due);
    }
}

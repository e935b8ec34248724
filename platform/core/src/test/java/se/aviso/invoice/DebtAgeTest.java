package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebtAgeTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    @ParameterizedTest(name = "due {0} days ago")
    @CsvSource({
        "-400, NOT_DUE",
        "-1, NOT_DUE",
        "0, NOT_DUE",
        "1, DAYS_1_TO_30",
        "30, DAYS_1_TO_30",
        "31, DAYS_31_TO_60",
        "60, DAYS_31_TO_60",
        "61, DAYS_61_TO_90",
        "90, DAYS_61_TO_90",
        "91, OVER_90_DAYS",
        "4000, OVER_90_DAYS"
    })
    void debtIsAsOldAsItsDueDayIsPast(int daysAgo, DebtAge age) {
        assertThat(DebtAge.of(TODAY.minusDays(daysAgo), TODAY)).isEqualTo(age);
    }

    /** The database counts the steps that were passed, people read the due days of a list: both mean the same. */
    @Test
    void stepsAndDueDaysSayTheSameAsTheAge() {
        for (var daysAgo = -200; daysAgo <= 200; daysAgo++) {
            var days = daysAgo;
            var dueOn = TODAY.minusDays(days);
            var age = DebtAge.of(dueOn, TODAY);
            var passed =
                    (int) DebtAge.steps().stream().filter(step -> step <= days).count();
            assertThat(DebtAge.at(passed)).as("due %s", dueOn).isEqualTo(age);
            assertThat(Arrays.stream(DebtAge.values()).filter(each -> covers(each, dueOn)))
                    .as("due %s", dueOn)
                    .containsExactly(age);
        }
    }

    @Test
    void onlyWhatIsNotDueIsNotOverdue() {
        assertThat(Arrays.stream(DebtAge.values()).filter(age -> !age.isOverdue()))
                .containsExactly(DebtAge.NOT_DUE);
    }

    private static boolean covers(DebtAge age, LocalDate dueOn) {
        return age.dueFrom(TODAY).filter(dueOn::isBefore).isEmpty()
                && age.dueTo(TODAY).filter(dueOn::isAfter).isEmpty();
    }
}

package se.aviso.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.RuleViolation;

class ClosedBooksTest {
    private static final LocalDate LAST = LocalDate.of(2027, 1, 31);
    private static final ClosedBooks CLOSED = new ClosedBooks(Optional.of(LAST));

    @Test
    void whatFallsInClosedBooksIsBookedOnTheFirstOpenDay() {
        assertThat(CLOSED.dayFor(LAST)).isEqualTo(LAST.plusDays(1));
        assertThat(CLOSED.dayFor(LAST.minusYears(1))).isEqualTo(LAST.plusDays(1));
    }

    @Test
    void whatFallsInOpenBooksKeepsItsDay() {
        assertThat(CLOSED.dayFor(LAST.plusDays(1))).isEqualTo(LAST.plusDays(1));
        assertThat(ClosedBooks.OPEN.dayFor(LAST.minusYears(9))).isEqualTo(LAST.minusYears(9));
    }

    @Test
    void noDayIsEverMovedIntoClosedBooksOrBack() {
        var seed = 31L;
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++) {
            var day = LAST.plusDays(random.nextInt(800) - 400);
            var booked = CLOSED.dayFor(day);
            assertThat(booked).as("seed " + seed).isAfter(LAST).isAfterOrEqualTo(day);
            assertThat(CLOSED.dayFor(booked)).isEqualTo(booked);
        }
    }

    @Test
    void onlyDaysThatAreOverAreClosedAndOnlyOnce() {
        assertThatThrownBy(() -> CLOSED.requireClosable(LAST.plusDays(9), LAST.plusDays(9)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> CLOSED.requireClosable(LAST, LAST.plusDays(9))).isInstanceOf(RuleViolation.class);
        assertThatCode(() -> CLOSED.requireClosable(LAST.plusDays(1), LAST.plusDays(2)))
                .doesNotThrowAnyException();
    }

    @Test
    void theLastClosedPeriodAloneIsOpenedAgainAndForAReason() {
        assertThatThrownBy(() -> CLOSED.requireReopenable(LAST.minusDays(1), "fel"))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> CLOSED.requireReopenable(LAST, " ")).isInstanceOf(RuleViolation.class);
        assertThatCode(() -> CLOSED.requireReopenable(LAST, "revisorn vill det"))
                .doesNotThrowAnyException();
    }
}

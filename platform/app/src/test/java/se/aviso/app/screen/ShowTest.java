package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ShowTest {
    private final Show show = new Show();

    @BeforeEach
    void speaksSwedish() {
        show.desk = new Desk();
        show.desk.speak("sv");
    }

    @Test
    void sumsOfSeveralCurrenciesStandSideBySide() {
        var euros = new Money(550_000, Currency.getInstance("EUR"));
        assertThat(show.amounts(List.of(Money.ore(2_220_525), euros)).replace('\u00a0', ' '))
                .isEqualTo("22 205,25 kr + 5 500,00 EUR");
    }

    @Test
    void theDaysOfALineAreWrittenAsPeopleReadThem() {
        assertThat(show.withDays("Vuxen 2028-01-01 – 2028-12-31")).isEqualTo("Vuxen 1 jan 2028 – 31 dec 2028");
    }

    @Test
    void whatOnlyLooksLikeADayStaysAsItIs() {
        assertThat(show.withDays("Order 2028-13-01, 12345-01-012")).isEqualTo("Order 2028-13-01, 12345-01-012");
    }

    @Test
    void whatEndsAtMidnightHasTheDayBeforeAsItsLast() {
        assertThat(show.lastDay(Instant.parse("2028-06-18T00:00:00Z"))).isEqualTo("17 juni 2028");
    }

    @Test
    void noSumIsNoWord() {
        assertThat(show.amounts(List.of())).isEmpty();
    }
}

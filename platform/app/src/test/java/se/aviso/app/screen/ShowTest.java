package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

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
    }

    @Test
    void sumsOfSeveralCurrenciesStandSideBySide() {
        var euros = new Money(550_000, Currency.getInstance("EUR"));
        assertThat(show.amounts(List.of(Money.ore(2_220_525), euros)).replace('\u00a0', ' '))
                .isEqualTo("22 205,25 kr + 5 500,00 EUR");
    }

    @Test
    void noSumIsNoWord() {
        assertThat(show.amounts(List.of())).isEmpty();
    }
}

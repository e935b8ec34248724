package se.aviso.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.aviso.pricing.Price;
import se.aviso.pricing.PriceList;

class TypeListViewTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final LocalDate LATER = TODAY.plusDays(1);

    @Test
    void theSpanIsThatOfThePricesInForce() {
        var list = new PriceList(List.of(
                new Price(TODAY, "/", 0, 17, kronor(150)),
                new Price(TODAY, "/", 18, 150, kronor(420)),
                new Price(LATER, "/", 0, 150, kronor(900))));
        assertThat(TypeListView.span(list, TODAY)).containsExactly(kronor(150), kronor(420));
        assertThat(TypeListView.span(list, LATER)).containsExactly(kronor(900));
    }

    @Test
    void withoutAPriceInForceThereIsNoSpan() {
        var list = new PriceList(List.of(new Price(LATER, "/", 0, 150, kronor(900))));
        assertThat(TypeListView.span(list, TODAY)).isEmpty();
    }
}

package se.aviso.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.ProductId;
import se.aviso.kernel.VatRate;

class ProductLibraryTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final String FEDERATION = "/00001/";
    private static final String DISTRICT = "/00001/00002/";
    private static final String CLUB = "/00001/00002/00003/";

    @Test
    void aGroupSellsWhatTheGroupsAboveItSell() {
        var library = new ProductLibrary(List.of(product(FEDERATION, "100", 200)));
        assertThat(library.find("100", CLUB, DAY))
                .map(found -> found.sale().price())
                .contains(Money.kronor(200));
    }

    @Test
    void itsOwnProductOfTheSameNumberStandsInForTheOnesAbove() {
        var library = new ProductLibrary(
                List.of(product(DISTRICT, "100", 250), product(CLUB, "100", 300), product(FEDERATION, "100", 200)));
        assertThat(price(library, CLUB)).contains(Money.kronor(300));
        assertThat(price(library, DISTRICT)).contains(Money.kronor(250));
        assertThat(price(library, FEDERATION)).contains(Money.kronor(200));
    }

    @Test
    void aGroupDoesNotSellWhatItsSistersAndTheGroupsBelowItSell() {
        var library = new ProductLibrary(List.of(product(CLUB, "100", 300)));
        assertThat(price(library, DISTRICT)).isEmpty();
        assertThat(price(library, "/00001/00002/00004/")).isEmpty();
    }

    @Test
    void anOwnProductWhoseDaysAreOverGivesWayToTheInheritedOne() {
        var over = new Product.Span(DAY.minusDays(60), Optional.of(DAY.minusDays(1)));
        var library = new ProductLibrary(List.of(
                product(FEDERATION, "100", 200),
                new Product(id(), CLUB, "100", new Product.Names("Tröja", "Shirt"), sale(300), over)));
        assertThat(price(library, CLUB)).contains(Money.kronor(200));
        assertThat(library.find("100", CLUB, DAY.minusDays(1))
                        .map(found -> found.sale().price()))
                .contains(Money.kronor(300));
    }

    @Test
    void whatAGroupSellsHasEachNumberOnce() {
        var library = new ProductLibrary(
                List.of(product(FEDERATION, "200", 1), product(FEDERATION, "100", 2), product(CLUB, "100", 3)));
        assertThat(library.soldBy(CLUB, DAY)).extracting(Product::number).containsExactly("100", "200");
    }

    @Test
    void aLineSpeaksTheLanguageOfTheInvoiceAndTellsWhatIsCounted() {
        var line = product(CLUB, "100", 300).line(2, "en", Product.Wish.NOTHING);
        assertThat(line.what()).isEqualTo(new InvoiceLine.Text(InvoiceLine.Kind.PRODUCT, "Shirt", "st", "100"));
        assertThat(line.amount()).isEqualTo(Money.kronor(600));
        assertThat(line.vatAmount()).isEqualTo(Money.kronor(120));
    }

    @Test
    void aLineMaySayAndCostSomethingElseThanTheLibrary() {
        var wish = new Product.Wish(Optional.of("Tröja, blå"), Optional.of(Money.kronor(250)));
        var line = product(CLUB, "100", 300).line(1, "sv", wish);
        assertThat(line.what().text()).isEqualTo("Tröja, blå");
        assertThat(line.amount()).isEqualTo(Money.kronor(250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-1", "123456789012345678901", "a/b"})
    void whatPeopleCannotCallByIsNoNumber(String number) {
        assertThat(Product.isNumber(number)).isFalse();
        assertThatThrownBy(() -> product(CLUB, number, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProductIsSoldThroughItsLastDay() {
        var span = new Product.Span(DAY, Optional.of(DAY));
        assertThat(span.holdsOn(DAY)).isTrue();
        assertThat(span.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(span.holdsOn(DAY.plusDays(1))).isFalse();
        assertThatThrownBy(() -> new Product.Span(DAY, Optional.of(DAY.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Money> price(ProductLibrary library, String path) {
        return library.find("100", path, DAY).map(found -> found.sale().price());
    }

    private static Product product(String path, String number, long kronor) {
        var always = new Product.Span(LocalDate.of(2026, 1, 1), Optional.empty());
        return new Product(id(), path, number, new Product.Names("Tröja", "Shirt"), sale(kronor), always);
    }

    private static Product.Sale sale(long kronor) {
        return new Product.Sale("st", Money.kronor(kronor), new InvoiceLine.Terms(VatRate.STANDARD, 3051));
    }

    private static ProductId id() {
        return new ProductId(UUID.randomUUID());
    }
}

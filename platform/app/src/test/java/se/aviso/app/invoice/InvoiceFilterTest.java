package se.aviso.app.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.QueryParams;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

class InvoiceFilterTest {
    private static final InvoiceFilter NOTHING = of(Map.of());

    @Test
    void severalStatesAreReadWithCommasBetween() {
        assertThat(of(Map.of("settlement", "OPEN,PARTLY_PAID")).settling().statuses())
                .containsExactlyInAnyOrder(Settlement.Status.OPEN, Settlement.Status.PARTLY_PAID);
    }

    @Test
    void amountsAreReadAsPeopleWriteThem() {
        assertThat(of(Map.of("amountFrom", "1 075,50", "amountTo", "2000")).amounts())
                .isEqualTo(new InvoiceFilter.Amounts(
                        Optional.of(Money.ore(107_550)),
                        Optional.of(Money.kronor(2000)),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatIsTypedWronglyInAnAddressCountsAsNotSaid() {
        assertThat(of(Map.of(
                        "settlement", "OPEN,MAYBE",
                        "number", "x",
                        "dueFrom", "2026-02-30",
                        "overdue", "yes",
                        "amountFrom", "1,234",
                        "groupId", "'")))
                .isEqualTo(NOTHING);
    }

    @Test
    void aCriterionThatDoesNotExistIsRefused() {
        var query = QueryParams.of(Map.of("settlement", "OPEN", "setlement", "OPEN"));
        InvoiceFilter.of(query);
        assertThatThrownBy(query::refuseOthers)
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void aCriterionOfTheWrongFormIsRefused() {
        var query = QueryParams.of(Map.of("dueFrom", "1 mars"));
        assertThatThrownBy(() -> InvoiceFilter.of(query)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void moreIdsThanCanBeMarkedAreRefused() {
        var ids = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(InvoiceFilter.MOST_IDS + 1)
                .collect(Collectors.joining(","));
        assertThatThrownBy(() -> InvoiceFilter.of(QueryParams.of(Map.of("ids", ids))))
                .isInstanceOf(HttpProblem.class);
    }

    private static InvoiceFilter of(Map<String, String> address) {
        return InvoiceFilter.of(QueryParams.forgiving(name -> Optional.ofNullable(address.get(name))));
    }
}

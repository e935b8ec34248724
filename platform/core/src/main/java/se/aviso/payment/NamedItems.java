package se.aviso.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * The documents that a payment's references name, in their order, each once.
 *
 * @param exact false when any of them was named only inside a text
 */
record NamedItems(List<OpenItem> items, boolean exact) {
    /** Exact references first; words inside texts add to them unless the exact ones agree with the amount. */
    static NamedItems of(IncomingPayment payment, Function<String, Optional<OpenItem>> find) {
        var words = payment.references().stream()
                .filter(ReferenceWords::mayDecide)
                .map(ReferenceWords::of)
                .toList();
        var items = new LinkedHashMap<InvoiceId, OpenItem>();
        words.stream()
                .flatMap(word -> word.exact().stream())
                .map(find)
                .flatMap(Optional::stream)
                .forEach(item -> items.putIfAbsent(item.id(), item));
        var exactly = items.size();
        if (agrees(items.values(), payment.amount())) {
            return new NamedItems(List.copyOf(items.values()), true);
        }
        words.stream()
                .flatMap(word -> word.inText().stream())
                .map(find)
                .flatMap(Optional::stream)
                .forEach(item -> items.putIfAbsent(item.id(), item));
        return new NamedItems(List.copyOf(items.values()), items.size() == exactly);
    }

    private static boolean agrees(Collection<OpenItem> items, Money amount) {
        var sameCurrency =
                items.stream().allMatch(item -> item.open().currency().equals(amount.currency()));
        return sameCurrency
                && items.stream()
                        .map(OpenItem::open)
                        .reduce(Money::plus)
                        .filter(amount::equals)
                        .isPresent();
    }
}

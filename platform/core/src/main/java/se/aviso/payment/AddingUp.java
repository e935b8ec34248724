package se.aviso.payment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * Several open documents that are together exactly what a payer paid: the fewest of them, and of as few those that were
 * issued first. Few are looked at, for of many documents almost any amount is a sum.
 */
final class AddingUp {
    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final int LOOKED_AT = 12;

    private final List<OpenItem> items;
    private final List<OpenItem> chosen = new ArrayList<>();

    private AddingUp(List<OpenItem> items) {
        this.items = items;
    }

    /** Those that are together so much; nothing where one alone is, or no few are. */
    static Optional<List<OpenItem>> to(Money amount, List<OpenItem> open) {
        if (open.stream().anyMatch(item -> item.open().equals(amount))) {
            return Optional.empty();
        }
        var below = open.stream()
                .filter(item -> item.open().isPositive() && item.open().compareTo(amount) < 0)
                .sorted(Comparator.comparing(item -> item.id().value()))
                .limit(LOOKED_AT)
                .toList();
        for (var size = FEWEST; size <= Math.min(MOST, below.size()); size++) {
            var search = new AddingUp(below);
            if (search.find(0, size, amount)) {
                return Optional.of(List.copyOf(search.chosen));
            }
        }
        return Optional.empty();
    }

    private boolean find(int from, int size, Money left) {
        if (size == 0) {
            return left.isZero();
        }
        for (var at = from; at <= items.size() - size; at++) {
            var item = items.get(at);
            if (item.open().compareTo(left) <= 0) {
                chosen.add(item);
                if (find(at + 1, size - 1, left.minus(item.open()))) {
                    return true;
                }
                chosen.remove(chosen.size() - 1);
            }
        }
        return false;
    }
}

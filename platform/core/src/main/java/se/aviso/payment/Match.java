package se.aviso.payment;

import java.util.List;
import java.util.Map;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * What a payment came to: so much to these documents, the rest in suspense for a reason.
 *
 * @param rest what no document takes; the whole amount when nothing matched
 */
public record Match(List<Part> parts, Money rest, SuspenseReason reason) {
    public Match {
        parts = List.copyOf(parts);
        if (rest.isZero() != (reason == SuspenseReason.NONE)) {
            throw new IllegalArgumentException(rest + " in suspense for " + reason);
        }
    }

    /** So much of the payment settles so much of a document. */
    public record Part(InvoiceId invoice, Money amount) {}

    /** The same match with some documents replaced by others: taken offers by the claims that came of them. */
    public Match movedTo(Map<InvoiceId, InvoiceId> replacements) {
        var moved = parts.stream()
                .map(part -> new Part(replacements.getOrDefault(part.invoice(), part.invoice()), part.amount()))
                .toList();
        return new Match(moved, rest, reason);
    }

    /** Nothing is settled: the whole payment waits for that reason. */
    public static Match waiting(Money amount, SuspenseReason reason) {
        return of(List.of(), amount, reason);
    }

    static Match of(List<Part> parts, Money rest, SuspenseReason reasonOfRest) {
        return new Match(parts, rest, rest.isZero() ? SuspenseReason.NONE : reasonOfRest);
    }
}

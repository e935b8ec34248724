package se.aviso.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * What a payment came to: so much to these documents, the rest in suspense for a reason.
 *
 * @param rest what no document takes; the whole amount when nothing matched
 * @param rounding the few öre that the last document lacks and that its seller gives up
 */
public record Match(List<Part> parts, Money rest, SuspenseReason reason, Optional<Part> rounding) {
    public Match {
        parts = List.copyOf(parts);
        if (rest.isZero() != (reason == SuspenseReason.NONE)) {
            throw new IllegalArgumentException(rest + " in suspense for " + reason);
        }
    }

    /** So much of the payment settles so much of a document. */
    public record Part(InvoiceId invoice, Money amount) {
        private Part movedTo(Map<InvoiceId, InvoiceId> replacements) {
            return new Part(replacements.getOrDefault(invoice, invoice), amount);
        }
    }

    /** Nothing is given up. */
    public Match(List<Part> parts, Money rest, SuspenseReason reason) {
        this(parts, rest, reason, Optional.empty());
    }

    /** What documents receive: of the payment, and what is given up. */
    public Stream<Part> received() {
        return Stream.concat(parts.stream(), rounding.stream());
    }

    /** The same match with some documents replaced by others: taken offers by the claims that came of them. */
    public Match movedTo(Map<InvoiceId, InvoiceId> replacements) {
        return new Match(
                parts.stream().map(part -> part.movedTo(replacements)).toList(),
                rest,
                reason,
                rounding.map(part -> part.movedTo(replacements)));
    }

    /** Nothing is settled: the whole payment waits for that reason. */
    public static Match waiting(Money amount, SuspenseReason reason) {
        return of(List.of(), amount, reason);
    }

    static Match of(List<Part> parts, Money rest, SuspenseReason reasonOfRest) {
        return new Match(parts, rest, rest.isZero() ? SuspenseReason.NONE : reasonOfRest);
    }

    /** The same, with what the tolerance gives up of what was open. */
    Match within(Tolerance tolerance, Function<InvoiceId, Money> open) {
        return new Match(parts, rest, reason, tolerance.rounding(parts, rest, open));
    }
}

package se.aviso.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * So few öre too little still settle a document (öresutjämning): the seller gives them up, and books them as rounding.
 *
 * <p>Too much is never rounded away, however little it is: it is the payer's money, which waits or is kept for them. A
 * seller may give up what is its own, and nothing else.
 *
 * @param most the most that is given up of one document; nothing, where a payment has to be exact
 */
public record Tolerance(Money most) {
    /** No more than this may be given up without a decision of its own: beyond it, it is a bad debt. */
    public static final Money HIGHEST = Money.kronor(10);

    /** A payment has to be exact. */
    public static final Tolerance NONE = new Tolerance(Money.ore(0));

    /** @throws RuleViolation when it is below nothing, above {@link #HIGHEST}, or no amount in kronor */
    public Tolerance {
        if (!most.currency().equals(HIGHEST.currency()) || most.isNegative() || most.compareTo(HIGHEST) > 0) {
            throw RuleViolation.at("/tolerance", "payment-tolerance", Map.of());
        }
    }

    /**
     * True when a payment of so much may settle a document of which so much is open: what lacks is little, and less
     * than what is paid.
     */
    boolean covers(Money open, Money paid) {
        if (!open.currency().equals(most.currency()) || !paid.currency().equals(most.currency())) {
            return false;
        }
        var lacking = open.minus(paid);
        return lacking.isPositive() && lacking.compareTo(most) <= 0 && lacking.compareTo(paid) < 0;
    }

    /**
     * What is given up of the document to which the last of a payment went; nothing, where some of the payment is over.
     *
     * @param open what was open of a document before the payment
     */
    Optional<Match.Part> rounding(List<Match.Part> parts, Money rest, Function<InvoiceId, Money> open) {
        if (parts.isEmpty() || !rest.isZero() || most.isZero()) {
            return Optional.empty();
        }
        var last = parts.get(parts.size() - 1);
        var before = open.apply(last.invoice());
        return covers(before, last.amount())
                ? Optional.of(new Match.Part(last.invoice(), before.minus(last.amount())))
                : Optional.empty();
    }
}

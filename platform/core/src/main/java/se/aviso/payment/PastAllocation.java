package se.aviso.payment;

import java.util.Map;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** So much of a payment that once settled so much of a document; undone at most once, by a reversal. */
public record PastAllocation(InvoiceId invoice, Money amount, Standing standing) {
    /** What the allocation is today. */
    public enum Standing {
        /** It settles. */
        VALID,
        /** A reversal has undone it. */
        UNDONE,
        /** It is itself the reversal of another. */
        REVERSAL
    }

    /**
     * What the document gives back to the payment.
     *
     * @throws RuleViolation when there is nothing to undo
     */
    public Match.Part givenBack() {
        return switch (standing) {
            case VALID -> new Match.Part(invoice, amount);
            case UNDONE -> throw RuleViolation.of("conflict-allocation-undone", Map.of());
            case REVERSAL -> throw RuleViolation.of("allocation-is-reversal", Map.of());
        };
    }
}

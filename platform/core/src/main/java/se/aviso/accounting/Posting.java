package se.aviso.accounting;

import java.util.Optional;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;

/** One line of a ledger entry (kontering): an amount above zero on one side of one account. */
public record Posting(int account, Side side, Money amount, Optional<InvoiceId> invoice, Optional<PaymentId> payment) {
    public Posting {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a posting of " + amount);
        }
    }

    /** A posting that concerns an invoice. */
    public static Posting of(int account, Side side, Money amount, InvoiceId invoice) {
        return new Posting(account, side, amount, Optional.of(invoice), Optional.empty());
    }

    /** The same posting, concerning a payment too. */
    public Posting by(PaymentId paidBy) {
        return new Posting(account, side, amount, invoice, Optional.of(paidBy));
    }

    /** The posting that undoes this one. */
    public Posting reversed() {
        return new Posting(account, side.opposite(), amount, invoice, payment);
    }
}

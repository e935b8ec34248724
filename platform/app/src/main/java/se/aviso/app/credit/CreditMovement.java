package se.aviso.app.credit;

import java.util.Optional;
import java.util.UUID;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.Money;

/**
 * What came to a payer's credit balance, or was taken of it; never changed, but undone by another.
 *
 * @param amount above nothing when it came
 * @param entry its ledger entry
 */
public record CreditMovement(UUID id, Kind kind, CreditUse.Holder holder, Money amount, Cause cause, UUID entry) {
    /** Why it moved; the order is the code in the database. */
    public enum Kind {
        /** An invoice that had been paid was credited. */
        CREDIT_NOTE,
        /** More was paid than was claimed, and a person kept it for the payer. */
        SURPLUS,
        /** An invoice took it as it was issued: it stands on the document. */
        USED_AT_ISSUE,
        /** A person gave it to an invoice. */
        USED,
        /** An invoice gave it back. */
        GIVEN_BACK,
        /** A surplus that was kept waits again. */
        SURPLUS_TAKEN_BACK,
        /** It was set aside to be paid back. */
        REFUND,
        /** The refund failed, or was called off. */
        REFUND_RETURNED,
        /** A deduction of the bank was met by it. */
        TAKEN_BY_BANK,
        /** The deduction waits again. */
        TAKEN_BY_BANK_UNDONE;

        /** Of what went from or to a payment: the kind of the movement that takes it back. */
        public Kind undone() {
            return this == TAKEN_BY_BANK ? TAKEN_BY_BANK_UNDONE : SURPLUS_TAKEN_BACK;
        }
    }

    /** What it was about. */
    public record Cause(
            Optional<UUID> invoice,
            Optional<UUID> creditNote,
            Optional<UUID> payment,
            Optional<UUID> refund,
            Optional<UUID> reverses) {
        private static final Cause NONE =
                new Cause(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** An invoice that was settled by it. */
        public static Cause ofInvoice(UUID invoice) {
            return new Cause(Optional.of(invoice), NONE.creditNote, NONE.payment, NONE.refund, NONE.reverses);
        }

        /** A claim and the note that credits it. */
        public static Cause ofCreditNote(UUID claim, UUID note) {
            return new Cause(Optional.of(claim), Optional.of(note), NONE.payment, NONE.refund, NONE.reverses);
        }

        /** A payment that was more than what it was for. */
        public static Cause ofPayment(UUID payment) {
            return new Cause(NONE.invoice, NONE.creditNote, Optional.of(payment), NONE.refund, NONE.reverses);
        }

        /** Money that is paid back. */
        public static Cause ofRefund(UUID refund) {
            return new Cause(NONE.invoice, NONE.creditNote, NONE.payment, Optional.of(refund), NONE.reverses);
        }

        /** The same, undoing an earlier movement. */
        Cause reversing(UUID earlier) {
            return new Cause(invoice, creditNote, payment, refund, Optional.of(earlier));
        }
    }

    /** The movement that undoes this one. */
    public CreditMovement reversed(UUID newId, Kind as, UUID reversal) {
        return new CreditMovement(newId, as, holder, amount.negated(), cause.reversing(id), reversal);
    }
}

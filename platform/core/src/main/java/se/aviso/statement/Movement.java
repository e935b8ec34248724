package se.aviso.statement;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * Something in the ledger that changed what a payer is to pay to a seller, or what the seller keeps for the payer.
 *
 * @param bookedOn the day of the ledger entry
 * @param effect above nothing where more is to be paid or kept for it, below nothing where less is
 * @param payment the payment, of what was paid or taken back
 */
public record Movement(LocalDate bookedOn, Kind kind, About about, Effect effect, Optional<Payment> payment) {
    /** What happened; of one day, the earlier stands above. */
    public enum Kind {
        /** An invoice was issued. */
        CLAIM,
        /** Money was allocated to an invoice; with the other sign, taken back from it. */
        PAYMENT,
        /** A credit note was issued. */
        CREDIT_NOTE,
        /** What had been paid of what was credited went to the payer's credit balance, or came from there. */
        CREDIT_BALANCE,
        /** A bad debt was given up; with the other sign, taken up again. */
        WRITE_OFF,
        /** A few öre that a payment lacked were given up; with the other sign, asked for again. */
        ROUNDING
    }

    /**
     * What it is about.
     *
     * @param number of the document; none where it is about none
     * @param text what an invoice was for; empty of all else
     */
    public record About(Optional<Long> number, String text) {}

    /**
     * What it changes.
     *
     * @param toPay of what is to be paid
     * @param kept of what is kept for the payer
     */
    public record Effect(Money toPay, Money kept) {
        /** Changes nothing of what is kept. */
        public static Effect on(Money toPay) {
            return new Effect(toPay, Money.zero(toPay.currency()));
        }

        /** Both one after the other. */
        Effect and(Effect other) {
            return new Effect(toPay.plus(other.toPay), kept.plus(other.kept));
        }
    }

    /** What is more, or less, to pay. */
    public Money toPay() {
        return effect.toPay();
    }

    /** True on and after that day. */
    boolean isSince(LocalDate day) {
        return !bookedOn.isBefore(day);
    }
}

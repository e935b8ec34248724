package se.aviso.app.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.SwishNumber;
import se.aviso.kernel.VatRate;

/**
 * An invoice with all that a screen tells of it.
 *
 * @param answeredOn when an offer was taken or lapsed
 * @param today the day on which it was asked what is overdue
 */
public record InvoiceWhole(
        InvoiceDetail detail,
        Parties parties,
        List<Receipt> receipts,
        List<Reminder> reminders,
        Optional<LocalDate> answeredOn,
        Credits credits,
        LocalDate today) {
    public InvoiceWhole {
        receipts = List.copyOf(receipts);
        reminders = List.copyOf(reminders);
    }

    /** Who pays whom, as it stood when the invoice was issued. Personal data: never logged. */
    public record Parties(
            String payer, String groupName, String sellerName, GiroNumber giro, Optional<SwishNumber> swish) {}

    /**
     * So much of a payment; negative when it undoes an earlier one.
     *
     * @param bookedOn the bank's day
     * @param allocatedOn the tenant's day on which it was given or taken back
     * @param file the bank file that it came in
     */
    public record Receipt(
            UUID allocation, UUID payment, Money amount, LocalDate bookedOn, LocalDate allocatedOn, String file) {
        /** When it was noted here. */
        Instant notedAt() {
            return Ids.time(allocation);
        }
    }

    /**
     * What was credited of it, and of a credit note what it is.
     *
     * @param notes its credit notes, the oldest first
     * @param own what the document is, if it is one itself
     */
    public record Credits(List<CreditNoteStore.Issued> notes, Optional<CreditNoteStore.Issued> own) {
        /** Of a document that nothing was credited of. */
        static final Credits NONE = new Credits(List.of(), Optional.empty());

        public Credits {
            notes = List.copyOf(notes);
        }
    }

    /** A reminder that was issued; {@code recalledOn} where it was taken back with its run. */
    public record Reminder(int level, LocalDate issuedOn, Money open, Optional<LocalDate> recalledOn) {}

    /** What was sold at a rate, and the tax in it. */
    public record Vat(VatRate rate, Money net, Money tax) {}

    /** The invoice as lists show it. */
    public InvoiceRow row() {
        return detail.invoice();
    }

    /** What is still to pay; all of an offer that nobody has answered. */
    public Optional<String> left() {
        return row().offer().filter(InvoiceRow.OfferState.OPEN::equals).isPresent()
                ? Optional.of(row().total())
                : row().open();
    }
}

package se.aviso.app.invoice;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Occasion;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;

/**
 * An invoice as lists show it, in the form of the REST API.
 *
 * @param open what is still to pay; of claims only
 * @param settlement how far a claim is paid; an offer has {@code offer} instead
 */
public record InvoiceRow(
        UUID id,
        InvoiceKind kind,
        Occasion occasion,
        String number,
        String ocr,
        String total,
        Optional<String> open,
        String currency,
        Document document,
        Optional<Settlement.Status> settlement,
        Optional<OfferState> offer,
        LocalDate issuedOn,
        LocalDate dueOn,
        int dunningLevel,
        UUID memberId,
        long memberNumber,
        UUID groupId,
        UUID sellerGroupId,
        Optional<UUID> runId,
        Optional<UUID> offerId) {
    /** True of an unpaid claim whose due day has passed. */
    boolean isOverdue(LocalDate today) {
        var unpaid = settlement.filter(Settlement.Status::isUnpaid);
        return kind == InvoiceKind.CLAIM && unpaid.isPresent() && dueOn.isBefore(today);
    }

    /** The total. */
    Money money() {
        return Money.parse(total, Currency.getInstance(currency));
    }

    /** The total as it counts: what a credit note takes back is below nothing. */
    public String signedTotal() {
        return kind == InvoiceKind.CREDIT_NOTE && !total.startsWith("0.00") ? "-" + total : total;
    }

    /** The life of the document itself. */
    public enum Document {
        DRAFT,
        ISSUED,
        CREDITED,
        WRITTEN_OFF;

        /** Those that invoices are found in; drafts are listed by themselves. */
        static final Set<Document> FOUND = EnumSet.complementOf(EnumSet.of(DRAFT));

        /** One of those, by its name. */
        static Optional<Document> found(String name) {
            return FOUND.stream().filter(each -> each.name().equals(name)).findFirst();
        }
    }

    /** What became of an offer; the order is the code in the database. */
    public enum OfferState {
        OPEN,
        TAKEN,
        LAPSED,
        WITHDRAWN
    }
}

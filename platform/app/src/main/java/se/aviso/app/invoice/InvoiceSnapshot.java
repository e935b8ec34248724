package se.aviso.app.invoice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.group.BillingField;
import se.aviso.kernel.SwishNumber;

/**
 * What stood on the document beside its lines when it was issued; later changes of a group or member do not touch it.
 *
 * @param seller the billing identity by field
 */
public record InvoiceSnapshot(
        Map<BillingField, String> seller, Recipient recipient, String language, String groupName) {
    public InvoiceSnapshot {
        seller = Map.copyOf(seller);
    }

    /**
     * Who the document is for. Personal data: never logged.
     *
     * @param child the member's name where a guardian is the recipient
     */
    public record Recipient(
            String name, List<String> addressLines, Optional<String> email, long memberNumber, Optional<String> child) {
        public Recipient {
            addressLines = List.copyOf(addressLines);
        }
    }

    /** The same, with the recipient's name alone. */
    public InvoiceSnapshot withoutAddress() {
        var bare = new Recipient(
                recipient.name(),
                List.of(recipient.name()),
                Optional.empty(),
                recipient.memberNumber(),
                recipient.child());
        return new InvoiceSnapshot(seller, bare, language, groupName);
    }

    /** The number that the seller could be swished at when the invoice was issued. */
    public Optional<SwishNumber> swish() {
        return Optional.ofNullable(seller.get(BillingField.SWISH)).map(SwishNumber::new);
    }
}

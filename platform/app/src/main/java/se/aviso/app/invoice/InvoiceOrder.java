package se.aviso.app.invoice;

import java.util.Optional;
import se.aviso.app.tenant.Ids;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.OcrReference;

/**
 * An invoice to be issued: the draft, who sells, who is billed, and how it leaves the house.
 *
 * @param id the invoice's
 */
public record InvoiceOrder(
        InvoiceDraft draft, Seller seller, Buyer buyer, InvoiceSnapshot snapshot, Delivery delivery, InvoiceId id) {
    /** An order whose invoice gets an id of its own. */
    public InvoiceOrder(InvoiceDraft draft, Seller seller, Buyer buyer, InvoiceSnapshot snapshot, Delivery delivery) {
        this(draft, seller, buyer, snapshot, delivery, new InvoiceId(Ids.next()));
    }

    /** Whose series and books it is in, and the number to pay to. */
    public record Seller(GroupId group, GiroNumber giro) {}

    /** The member that is billed, and for which group. */
    public record Buyer(MemberId member, GroupId group) {}

    /**
     * How it leaves the house.
     *
     * @param channel empty when nothing is to be sent, as for an offer that was just paid
     * @param offer the offer whose acceptance issues this claim, with its reference
     * @param shared the reference of another document, under which this one is paid too
     */
    public record Delivery(Optional<Channel> channel, Optional<Offer> offer, Optional<OcrReference> shared) {
        public Delivery(Optional<Channel> channel, Optional<Offer> offer) {
            this(channel, offer, Optional.empty());
        }

        /** It is told of by another document, and paid under its reference. */
        public static Delivery withAnother(OcrReference shared) {
            return new Delivery(Optional.empty(), Optional.empty(), Optional.of(shared));
        }
    }

    /** An offer that was taken. */
    public record Offer(InvoiceId id, OcrReference ocr) {}

    /** The reference that the claim takes over, from its offer or from the claim that it goes with. */
    public Optional<OcrReference> reference() {
        return delivery.shared().or(() -> delivery.offer().map(Offer::ocr));
    }
}

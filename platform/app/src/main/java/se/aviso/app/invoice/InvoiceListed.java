package se.aviso.app.invoice;

import java.util.Optional;
import se.aviso.dispatch.Channel;

/**
 * An invoice as a screen lists it.
 *
 * @param payer the member's name. Personal data: never logged
 * @param sellerName the group in whose series it stands, as it is called now
 */
public record InvoiceListed(
        InvoiceRow row, String payer, String groupName, String sellerName, Optional<LastDelivery> delivery) {
    /** What was last sent of it. */
    public record LastDelivery(Channel channel, InvoiceDetail.DeliveryState state) {}
}

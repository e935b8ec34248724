package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import se.aviso.app.invoice.OneOffBodies;
import se.aviso.app.invoice.PriceSketches;
import se.aviso.app.invoice.WriteInvoice;
import se.aviso.pagewriter.Preview;

/** How an invoice that is being written would look: a picture of its first page, within the page that writes it. */
@Named
@RequestScoped
public class DraftPicture {
    @Inject
    WriteInvoice write;

    @Inject
    PriceSketches prices;

    @Inject
    InvoiceDocument document;

    /** The picture as an address that holds it whole; empty while something is wrong with the invoice. */
    public String of(OneOffBodies.NewInvoice wanted) {
        return prices.around(wanted, () -> write.paper(wanted))
                .map(document::pdf)
                .map(Preview::png)
                .map(picture -> "data:image/png;base64," + Base64.getEncoder().encodeToString(picture))
                .orElse("");
    }
}

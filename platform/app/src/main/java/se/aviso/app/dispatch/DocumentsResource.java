package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.invoice.PriceSketches;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.kernel.InvoiceId;

/** Invoices as documents, over REST. */
@Path("invoices/{id}/document.pdf")
@RequestScoped
public class DocumentsResource {
    @Inject
    InvoiceDocument document;

    @Inject
    PriceSketches prices;

    @Inject
    Caller caller;

    /** The PDF. */
    @GET
    @Produces("application/pdf")
    @Needs(Permission.INVOICE_READ)
    public byte[] pdf(@PathParam("id") UUID id) {
        return prices.around(
                id, () -> document.pdf(new InvoiceId(id), path -> caller.may(Permission.INVOICE_READ, path)));
    }
}

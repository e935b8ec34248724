package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;

/** Receipts of paid invoices, over REST. */
@Path("invoices/{id}/receipt")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptsResource {
    @Inject
    ShowReceipt show;

    /** The receipt. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public ReceiptBody see(@PathParam("id") UUID id) {
        return show.of(id);
    }

    /** The receipt as a PDF. */
    @GET
    @Path("document.pdf")
    @Produces("application/pdf")
    @Needs(Permission.INVOICE_READ)
    public byte[] pdf(@PathParam("id") UUID id) {
        return show.pdf(id);
    }
}

package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.invoice.NoteOpening;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.kernel.InvoiceId;

/** Members' own invoices as documents, over REST. */
@Path("me/invoices/{id}/document.pdf")
@RequestScoped
public class MyDocumentsResource {
    @Inject
    InvoiceDocument document;

    @Inject
    NoteOpening opening;

    @Inject
    Caller caller;

    /** The PDF; somebody else's is as unknown as one that is not there. */
    @GET
    @Produces("application/pdf")
    @Needs(Permission.OWN_READ)
    public byte[] pdf(@PathParam("id") UUID id) {
        opening.of(id);
        return document.ownPdf(caller.memberIds(), new InvoiceId(id));
    }
}

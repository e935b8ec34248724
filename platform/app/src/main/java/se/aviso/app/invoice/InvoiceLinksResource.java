package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;

/** The links that open an invoice without log-in, over REST. */
@Path("invoices/{id}/links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceLinksResource {
    @Inject
    FindInvoiceLinks find;

    @Inject
    RevokeInvoiceLink revoke;

    /** Those that hold, the newest first; there is one for each purpose. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Page<InvoiceLink> list(@PathParam("id") UUID id) {
        return new Page<>(find.of(id).orElseThrow(HttpProblem::notFound), Optional.empty());
    }

    /** Takes one back. */
    @DELETE
    @Path("{link}")
    @Needs(Permission.INVOICE_WRITE)
    public void revoke(@PathParam("id") UUID id, @PathParam("link") UUID link) {
        revoke.revoke(id, link);
    }
}

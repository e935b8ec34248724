package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** What members see of their own invoices, over REST. */
@Path("me/invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyInvoicesResource {
    @Inject
    FindInvoices find;

    @Inject
    NoteOpening opening;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** The caller's invoices, the newest first. */
    @GET
    @Needs(Permission.OWN_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        return Page.of(find.ownPage(page), page, FindInvoices::cursor).toResponse(uri);
    }

    /** One of the caller's invoices. */
    @GET
    @Path("{id}")
    @Needs(Permission.OWN_READ)
    public InvoiceDetail see(@PathParam("id") UUID id) {
        opening.of(id);
        return find.findOwn(id).orElseThrow(HttpProblem::notFound);
    }
}

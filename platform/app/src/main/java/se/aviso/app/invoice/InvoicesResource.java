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

/** Invoices, over REST. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {
    @Inject
    FindInvoices find;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** The newest invoices that all of the parameters hold for. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        return Page.of(find.page(InvoiceFilter.of(query), page), page, FindInvoices::cursor)
                .toResponse(uri);
    }

    /** One invoice with lines, allocations and deliveries. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public InvoiceDetail see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

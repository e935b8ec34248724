package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.ETags;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Drafts of invoices over REST: kept, changed and thrown away. */
@Path("invoice-drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceDraftsResource {
    @Inject
    WriteInvoice write;

    @Inject
    PriceSketches prices;

    @Inject
    DraftWords words;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Keeps a draft. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response save(OneOffBodies.NewInvoice body) {
        var saved = prices.around(body, () -> write.save(body));
        return whole(
                Response.created(URI.create("invoice-drafts/" + saved.sketch().id())), saved);
    }

    /** Drafts that were written one by one, the newest first. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var rows = write.page(query.uuid("memberId"), page).stream()
                .map(OneOffBodies.ListedDraft::of)
                .toList();
        return Page.of(rows, page, draft -> new Cursor("", draft.id())).toResponse(uri);
    }

    /** One draft, with what it comes to today. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public Response see(@PathParam("id") UUID id) {
        return whole(Response.ok(), prices.around(id, () -> write.find(id)).orElseThrow(HttpProblem::notFound));
    }

    /** Writes a draft anew. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            OneOffBodies.NewInvoice body) {
        return whole(
                Response.ok(),
                prices.around(body, () -> write.change(id, version -> ETags.require(ifMatch, version), body)));
    }

    /** Throws a draft away. */
    @DELETE
    @Path("{id}")
    @Needs(Permission.INVOICE_WRITE)
    public Response drop(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        write.drop(id, version -> ETags.require(ifMatch, version));
        return Response.noContent().build();
    }

    private Response whole(Response.ResponseBuilder response, SketchDesk.Priced priced) {
        return response.entity(words.body(priced, true))
                .tag(ETags.of(priced.sketch().version()))
                .build();
    }
}

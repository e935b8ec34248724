package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.app.web.SpokenLanguage;

/** Invoices, over REST. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvoicesResource {
    @Inject
    FindInvoices find;

    @Inject
    InvoiceExport export;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** The invoices that all of the parameters hold for; without an order, the newest first. */
    @GET
    @Needs(Permission.INVOICE_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var sort = InvoiceSort.of(query);
        var wanted = InvoiceFilter.of(query);
        query.refuseOthers();
        return Page.of(find.page(wanted, sort, page), page, sort::cursor).toResponse(uri);
    }

    /** All that the parameters of the list hold for, as a file; {@code ids} names single ones. */
    @GET
    @Path("export.{format: csv|xlsx}")
    @Produces(MediaType.WILDCARD)
    @Needs(Permission.INVOICE_EXPORT)
    public Response export(
            @PathParam("format") String ending, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        var format = SheetFormat.ofEnding(ending).orElseThrow(HttpProblem::notFound);
        var query = QueryParams.of(uri);
        var wanted = InvoiceFilter.of(query);
        query.refuseOthers();
        var wish = new InvoiceExport.Wish(
                format, wanted, uri.getQueryParameters().keySet(), Optional.empty(), SpokenLanguage.of(languages));
        export.begin(wish);
        StreamingOutput file = out -> export.write(wish, out);
        return Response.ok(file, format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"avier." + format.ending() + "\"")
                .build();
    }

    /** One invoice with lines, allocations and deliveries. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public InvoiceDetail see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

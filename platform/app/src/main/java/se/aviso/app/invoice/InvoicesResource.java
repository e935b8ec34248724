package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
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
    WriteInvoice write;

    @Inject
    PriceSketches prices;

    @Inject
    DraftWords words;

    @Inject
    Idempotency idempotency;

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

    /** One invoice with lines, allocations and deliveries; or the draft of that id, with what it comes to today. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_READ)
    public Object see(@PathParam("id") UUID id) {
        return find.find(id)
                .<Object>map(found -> found)
                .or(() -> prices.around(id, () -> write.find(id)).map(draft -> words.body(draft, true)))
                .orElseThrow(HttpProblem::notFound);
    }

    /** Issues an invoice that somebody has written; with {@code preview}, only says what it would come to. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response issue(@HeaderParam("Idempotency-Key") @Nullable String key, OneOffBodies.NewInvoice body) {
        if (QueryParams.of(uri).flag("preview").orElse(false)) {
            return Response.ok(words.body(prices.around(body, () -> write.preview(body)), false))
                    .build();
        }
        return prices.around(body, () -> idempotency.once(key, "POST /invoices", body, () -> issued(write.issue(body))))
                .toResponse();
    }

    /** Issues a draft that was kept; the invoice has its id. */
    @POST
    @Path("{id}:issue")
    @Needs(Permission.INVOICE_WRITE)
    public Response issueDraft(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return prices.around(
                        id,
                        () -> idempotency.once(
                                key, "POST /invoices:issue", id.toString(), () -> issued(write.issue(id))))
                .toResponse();
    }

    private Answer issued(UUID id) {
        return Answer.created(URI.create("invoices/" + id), find.find(id).orElseThrow());
    }
}

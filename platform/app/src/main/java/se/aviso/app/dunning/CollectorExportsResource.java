package se.aviso.app.dunning;

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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.dunning.CollectorFormat;

/** What is handed over to collectors, over REST. */
@Path("collector-exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CollectorExportsResource {
    @Inject
    HandOver handOver;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Hands over; the same key twice does it once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response handOver(@HeaderParam("Idempotency-Key") @Nullable String key, HandOver.Wish wish) {
        return idempotency
                .once(key, "POST /collector-exports", wish, () -> {
                    var made = handOver.handOver(wish);
                    return Answer.created(URI.create("collector-exports/" + made.id()), made);
                })
                .toResponse();
    }

    /** The newest files. */
    @GET
    @Needs(Permission.INVOICE_WRITE)
    public Response list() {
        var page = QueryParams.of(uri).page();
        return Page.of(handOver.page(page), page, export -> new Cursor("", export.id()))
                .toResponse(uri);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs(Permission.INVOICE_WRITE)
    public CollectorStore.Export see(@PathParam("id") UUID id) {
        return handOver.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** The file itself, the same bytes each time. */
    @GET
    @Path("{id}/file")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @Needs(Permission.INVOICE_WRITE)
    public Response file(@PathParam("id") UUID id) {
        var export = see(id);
        var content = handOver.file(id).orElseThrow(HttpProblem::notFound);
        var type = export.format() == CollectorFormat.CSV ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + HandOver.name(export) + "\"")
                .build();
    }
}

package se.aviso.app.refund;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Capped;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** Files by which banks are told to pay back, and the banks' answers, over REST. */
@Path("refund-exports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RefundExportsResource {
    static final int LARGEST_ANSWER = 1_000_000;

    @Inject
    ExportRefunds export;

    @Inject
    FindRefunds find;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Makes a file of approved refunds; the same key twice makes one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, ExportRefunds.Wish body) {
        return idempotency
                .once(key, "POST /refund-exports", body, () -> {
                    var made = export.export(body);
                    return Answer.created(URI.create("refund-exports/" + made), see(made));
                })
                .toResponse();
    }

    /** The newest files. */
    @GET
    @Needs(Permission.PAYMENT_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        return Page.of(find.exports(page), page, made -> new Cursor("", made.id()))
                .toResponse(uri);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs(Permission.PAYMENT_READ)
    public RefundExportStore.Export see(@PathParam("id") UUID id) {
        return find.export(id).orElseThrow(HttpProblem::notFound);
    }

    /** The file itself, the same bytes each time. */
    @GET
    @Path("{id}/file")
    @Produces(MediaType.APPLICATION_XML)
    @Needs(Permission.PAYMENT_READ)
    public Response file(@PathParam("id") UUID id) {
        return Response.ok(find.file(id), MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + see(id).fileName() + "\"")
                .build();
    }

    /** The bank never had it: its refunds may go into another. */
    @POST
    @Path("{id}:withdraw")
    @Needs(Permission.PAYMENT_WRITE)
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "POST /refund-exports/" + id + ":withdraw", "", () -> {
                    export.withdraw(id);
                    return Answer.ok(see(id));
                })
                .toResponse();
    }

    /** An answer of the bank, as it came; saying the same again changes nothing. */
    @POST
    @Path("{id}/answers")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.APPLICATION_OCTET_STREAM})
    @Needs(Permission.PAYMENT_WRITE)
    public ExportRefunds.Outcome answer(@PathParam("id") UUID id, InputStream body) throws IOException {
        return export.answer(id, new Capped(body, LARGEST_ANSWER).readAllBytes());
    }
}

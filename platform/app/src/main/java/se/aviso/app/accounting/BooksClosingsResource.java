package se.aviso.app.accounting;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
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

/** Closed books, over REST. */
@Path("books-closings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BooksClosingsResource {
    @Inject
    FindClosings find;

    @Inject
    CloseBooks close;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Whose books to close, up to which day, it included. */
    public record NewClosing(UUID sellerGroupId, LocalDate closedTo) {}

    /** Why they are opened again. */
    public record Reason(Optional<String> reason) {}

    /** The newest closings. */
    @GET
    @Needs(Permission.LEDGER_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        return Page.of(find.page(LedgerScope.of(query), page), page, closing -> new Cursor("", closing.id()))
                .toResponse(uri);
    }

    /** Closes a seller's books up to a day that is over. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public Response close(@HeaderParam("Idempotency-Key") @Nullable String key, NewClosing body) {
        return idempotency
                .once(key, "POST /books-closings", body, () -> {
                    var id = close.close(body.sellerGroupId(), body.closedTo());
                    return Answer.created(URI.create("books-closings/" + id), see(id));
                })
                .toResponse();
    }

    /** Opens the last closed period again. */
    @POST
    @Path("{id}:reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public Response reopen(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Reason body) {
        return idempotency
                .once(key, "POST /books-closings/" + id + ":reopen", body, () -> {
                    close.reopen(id, body.reason().orElse(""));
                    return Answer.ok(see(id));
                })
                .toResponse();
    }

    private ClosingStore.Closing see(UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

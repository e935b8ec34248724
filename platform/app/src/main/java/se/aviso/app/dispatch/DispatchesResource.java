package se.aviso.app.dispatch;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.dispatch.Channel;
import se.aviso.dispatch.DispatchState;

/** What was sent, over REST; the list is for those who may see the whole tree. */
@Path("dispatches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DispatchesResource {
    @Inject
    FindDispatches find;

    @Inject
    ResendDispatch resend;

    @Inject
    SendByChannel send;

    @Inject
    ShowSentDocument document;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Counts by channel and state, and a part of the dispatches. */
    public record Body(Map<String, Long> counts, List<FindDispatches.Seen> items, Optional<String> nextCursor) {}

    /** The newest dispatches. */
    @GET
    @Needs(Permission.DISPATCH_READ)
    public Response list() {
        if (!caller.may(Permission.DISPATCH_READ, "/")) {
            throw new HttpProblem(403, "forbidden");
        }
        var query = QueryParams.of(uri);
        var part = query.page();
        var before = part.after().map(Cursor::id).or(() -> query.uuid("before"));
        var rows = find.newest(wanted(query), before, part.limitAndOne());
        var page = Page.of(rows, part, row -> new Cursor("", row.id()));
        return page.toResponse(uri, new Body(find.counts(), page.items(), page.nextCursor()));
    }

    private static FindDispatches.Wanted wanted(QueryParams query) {
        return new FindDispatches.Wanted(
                query.constant("state", DispatchState.class),
                query.constant("channel", Channel.class),
                query.constant("document", DispatchDocument.class),
                query.uuid("run"),
                Optional.empty());
    }

    /** The document as it was handed over, to the byte. */
    @GET
    @Path("{id}/document.pdf")
    @Produces("application/pdf")
    @Needs(Permission.DISPATCH_READ)
    public byte[] document(@PathParam("id") UUID id) {
        return document.pdf(id);
    }

    /** Sends the same document once more, by a channel that is chosen. */
    @POST
    @Path("{id}:send")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.INVOICE_WRITE)
    public Response send(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InvoiceSendingsResource.Sending body) {
        return idempotency
                .once(key, "POST /dispatches/" + id + ":send", body, () -> Answer.ok(send.send(id, body.channel())))
                .toResponse();
    }

    /** Sends again what failed, bounced or ended nobody knows how. */
    @POST
    @Path("{id}:resend")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.RUN_WRITE)
    public Response resend(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "POST /dispatches/" + id + ":resend", "", () -> Answer.ok(resend.resend(id)))
                .toResponse();
    }
}

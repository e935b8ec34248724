package se.aviso.app.run;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.app.web.SpokenLanguage;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RunId;

/** Runs over REST: start or preview, follow, steer. */
@Path("invoice-runs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {
    @Inject
    StartRun startRun;

    @Inject
    FindRuns find;

    @Inject
    SteerRun steer;

    @Inject
    RecallRun recall;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Starts a run, or its preview; the same key twice starts one. */
    @POST
    @Needs(Permission.RUN_WRITE)
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String key, RunBodies.NewRun body) {
        return idempotency
                .once(key, "POST /invoice-runs", body, () -> {
                    var path = startRun.path(body.groupId().map(GroupId::new));
                    var preview = body.preview().orElse(false);
                    return accepted(startRun.startOn(body.kind(), body.businessDate(), path, body.choice(), preview));
                })
                .toResponse();
    }

    /** The newest runs. */
    @GET
    @Needs(Permission.RUN_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = new RunStore.Wanted(
                query.constant("state", RunState.class), query.constant("kind", RunKind.class), Optional.empty());
        var runs = find.newest(wanted, page).stream().map(RunBodies.RunBody::of).toList();
        return Page.of(runs, page, run -> new Cursor("", run.id())).toResponse(uri);
    }

    /** One run, with what it would bring and what it has brought. */
    @GET
    @Path("{id}")
    @Needs(Permission.RUN_READ)
    public RunBodies.WholeRun see(@PathParam("id") UUID id) {
        return RunBodies.WholeRun.of(find.see(new RunId(id)));
    }

    /** The recipients of a run; where there was a preview, those that are blocked come first. */
    @GET
    @Path("{id}/recipients")
    @Needs(Permission.RUN_READ)
    public Response recipients(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        var query = QueryParams.of(uri);
        var wanted = new RecipientListStore.Wanted(
                query.constant("state", RecipientState.class),
                query.constant("verdict", Foreseen.Verdict.class),
                query.text("reason"),
                query.uuid("groupId"));
        var page = query.page();
        var found = Page.of(find.recipients(new RunId(id), wanted, page), page, RecipientListStore::cursor);
        var texts = new ReasonTexts(SpokenLanguage.of(language));
        var bodies = found.items().stream()
                .map(recipient -> RunBodies.RecipientBody.of(recipient, texts))
                .toList();
        return new Page<>(bodies, found.nextCursor()).toResponse(uri);
    }

    /** Pause, resume, cancel or retry: {@code /invoice-runs/{id}:pause}. */
    @POST
    @Path("{id}:{action: pause|resume|cancel|retry}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.RUN_WRITE)
    public RunBodies.WholeRun act(@PathParam("id") UUID id, @PathParam("action") String action) {
        var run = new RunId(id);
        switch (action) {
            case "pause" -> steer.pause(run);
            case "resume" -> steer.resume(run);
            case "cancel" -> steer.cancel(run);
            default -> steer.retry(run);
        }
        return see(id);
    }

    /** Starts exactly what was previewed. */
    @POST
    @Path("{id}:approve")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.RUN_WRITE)
    public Response approve(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, "approve", id, steer::approve);
    }

    /** Why a run is recalled; stands on each credit note, and where it is missing a usual word. */
    public record Recall(Optional<String> reason) {}

    /** Takes back all that the run has issued; what has not left the house does not leave it. */
    @POST
    @Path("{id}:recall")
    @Needs(Permission.RUN_WRITE)
    public Response recall(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Recall body) {
        var said = id + " " + body.reason().orElse("");
        return idempotency
                .once(
                        key,
                        "POST /invoice-runs/{id}:recall",
                        said,
                        () -> accepted(recall.recall(new RunId(id), body.reason())))
                .toResponse();
    }

    /** Ends the hold: what waits leaves at once. */
    @POST
    @Path("{id}:send-now")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.RUN_WRITE)
    public Response sendNow(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, "send-now", id, steer::sendNow);
    }

    private Response once(@Nullable String key, String act, UUID id, Function<RunId, Run> work) {
        var operation = "POST /invoice-runs/{id}:" + act;
        return idempotency
                .once(key, operation, id.toString(), () -> accepted(work.apply(new RunId(id))))
                .toResponse();
    }

    private static Answer accepted(Run run) {
        return Answer.accepted(URI.create("invoice-runs/" + run.id()), RunBodies.RunBody.of(run));
    }
}

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
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
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RunId;

/** Runs over REST: start, follow, steer. */
@Path("invoice-runs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {
    @Inject
    StartRun startRun;

    @Inject
    SteerRun steer;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** A run to start. */
    public record NewRun(RunKind kind, Optional<LocalDate> businessDate, Optional<UUID> groupId) {}

    /** A run as it is. */
    public record RunBody(
            UUID id,
            RunKind kind,
            LocalDate businessDate,
            RunState state,
            int total,
            int done,
            int failed,
            Map<String, Long> reasons) {
        static RunBody of(Run run, Map<String, Long> reasons) {
            var progress = run.progress();
            return new RunBody(
                    run.id().value(),
                    run.kind(),
                    run.businessDate(),
                    run.state(),
                    progress.total(),
                    progress.done(),
                    progress.failed(),
                    reasons);
        }
    }

    /** Starts a run; the same key twice starts one. */
    @POST
    @Needs(Permission.RUN_WRITE)
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String key, NewRun body) {
        return idempotency
                .once(key, "POST /invoice-runs", body, () -> {
                    var path = startRun.path(body.groupId().map(GroupId::new));
                    var run = startRun.startOn(body.kind(), body.businessDate(), path, caller.name());
                    return Answer.accepted(URI.create("invoice-runs/" + run.id()), RunBody.of(run, Map.of()));
                })
                .toResponse();
    }

    /** The newest runs. */
    @GET
    @Needs(Permission.RUN_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        var runs = steer.newest(page).stream().map(RunsResource::body).toList();
        return Page.of(runs, page, run -> new Cursor("", run.id())).toResponse(uri);
    }

    /** One run. */
    @GET
    @Path("{id}")
    @Needs(Permission.RUN_READ)
    public RunBody see(@PathParam("id") UUID id) {
        return body(allowed(id, Permission.RUN_READ));
    }

    /** Pause, resume, cancel or retry: {@code /invoice-runs/{id}:pause}. */
    @POST
    @Path("{id}:{action: pause|resume|cancel|retry}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.RUN_WRITE)
    public RunBody act(@PathParam("id") UUID id, @PathParam("action") String action) {
        var run = allowed(id, Permission.RUN_WRITE).run().id();
        return body(
                switch (action) {
                    case "pause" -> steer.pause(run);
                    case "resume" -> steer.resume(run);
                    case "cancel" -> steer.cancel(run);
                    default -> steer.retry(run);
                });
    }

    /** A run of groups outside the caller's subtrees is as unknown as one that is not there. */
    private SteerRun.Seen allowed(UUID id, Permission permission) {
        var seen = steer.see(new RunId(id));
        if (!caller.may(permission, seen.run().scope().groupPath())) {
            throw HttpProblem.notFound();
        }
        return seen;
    }

    private static RunBody body(SteerRun.Seen seen) {
        return RunBody.of(seen.run(), seen.reasons());
    }
}

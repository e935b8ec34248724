package se.aviso.app.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;

/** Batches of drafts over REST: issued by a run. */
@Path("invoice-batches/{id}:issue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BatchRunsResource {
    @Inject
    StartRun startRun;

    @Inject
    Idempotency idempotency;

    /** Begins to issue the drafts of a batch; those that cannot be issued stay, and can be retried. */
    @POST
    @Needs(Permission.INVOICE_WRITE)
    public Response issue(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "POST /invoice-batches:issue", id.toString(), () -> {
                    var run = startRun.issue(id);
                    return Answer.accepted(URI.create("invoice-runs/" + run.id()), RunBodies.RunBody.of(run));
                })
                .toResponse();
    }
}

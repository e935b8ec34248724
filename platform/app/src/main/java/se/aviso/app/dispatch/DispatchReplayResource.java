package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.dispatch.Channel;

/** Sends again all that failed by a channel, over REST. */
@Path("dispatches:replay")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DispatchReplayResource {
    @Inject
    ReplayDispatches replay;

    @Inject
    Idempotency idempotency;

    /**
     * Which channel's.
     *
     * @param day when they failed; empty for all
     */
    public record ReplayBody(Channel channel, Optional<LocalDate> day) {}

    /** Queues them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.RUN_WRITE)
    public Response replay(@HeaderParam("Idempotency-Key") @Nullable String key, ReplayBody body) {
        return idempotency
                .once(key, "POST /dispatches:replay", body, () -> Answer.ok(replay.replay(body.channel(), body.day())))
                .toResponse();
    }
}

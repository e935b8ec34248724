package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.security.Caller;
import se.aviso.app.security.Needs;
import se.aviso.app.security.Permission;
import se.aviso.app.web.HttpProblem;

/** What was sent, over REST; for those who may see the whole tree. */
@Path("dispatches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DispatchesResource {
    private static final int MOST = 500;
    private static final UUID BEHIND_ALL = new UUID(-1L, -1L);

    @Inject
    FindDispatches find;

    @Inject
    Caller caller;

    /** Counts by channel and state, and the newest dispatches. */
    public record Body(Map<String, Long> counts, List<FindDispatches.Seen> items) {}

    /** The newest dispatches, before the given one. */
    @GET
    @Needs(Permission.DISPATCH_READ)
    public Body list(
            @QueryParam("state") @Nullable DispatchState state,
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @Nullable Integer limit) {
        if (!caller.may(Permission.DISPATCH_READ, "/")) {
            throw new HttpProblem(403, "forbidden");
        }
        var most = Math.max(1, Math.min(MOST, limit == null ? 50 : limit));
        var items = find.newest(Optional.ofNullable(state), before == null ? BEHIND_ALL : before, most);
        return new Body(find.counts(), items);
    }
}

package se.aviso.app.dunning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;

/**
 * What is done about one invoice that is not paid, over REST: it is written off, the write-off is taken back, or it is
 * called in from a collector.
 */
@Path("invoices/{id}:{action: write-off|reopen|call-in}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DunningActsResource {
    @Inject
    GiveUpInvoice giveUp;

    @Inject
    HandOver handOver;

    @Inject
    Idempotency idempotency;

    /**
     * Why it is done.
     *
     * @param taxBack of a write-off: whether the loss is established, so that output VAT is taken back with it
     */
    public record Reason(Optional<String> reason, Optional<Boolean> taxBack) {}

    /** Does it; answers the write-offs of the invoice. */
    @POST
    @Needs(Permission.INVOICE_WRITE)
    public Response act(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("id") UUID id,
            @PathParam("action") String action,
            Reason body) {
        return idempotency
                .once(key, "POST /invoices/" + id + ":" + action, body, () -> done(id, action, body))
                .toResponse();
    }

    private Answer done(UUID id, String action, Reason body) {
        var reason = body.reason().orElse("");
        return switch (action) {
            case "write-off" ->
                writeOffs(giveUp.writeOff(
                        id, new GiveUpInvoice.Wish(reason, body.taxBack().orElse(false))));
            case "reopen" -> writeOffs(giveUp.takeBack(id));
            default -> {
                handOver.takeBack(id, reason);
                yield writeOffs(giveUp.of(id));
            }
        };
    }

    private static Answer writeOffs(Object all) {
        return Answer.ok(Map.of("writeOffs", all));
    }
}

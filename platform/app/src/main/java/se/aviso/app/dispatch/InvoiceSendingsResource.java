package se.aviso.app.dispatch;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.dispatch.Channel;

/** Invoices sent once more, over REST. */
@Path("invoices/{id}:send")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvoiceSendingsResource {
    @Inject
    SendInvoice send;

    @Inject
    Idempotency idempotency;

    /** By which channel. */
    public record Sending(Channel channel) {}

    /** Queues the invoice's document for its recipient once more. */
    @POST
    @Needs(Permission.INVOICE_WRITE)
    public Response send(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Sending body) {
        return idempotency
                .once(key, "POST /invoices/" + id + ":send", body, () -> Answer.ok(send.send(id, body.channel())))
                .toResponse();
    }
}

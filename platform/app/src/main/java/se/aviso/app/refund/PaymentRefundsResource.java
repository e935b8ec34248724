package se.aviso.app.refund;

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
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;

/** What waits of a payment, paid back, over REST. */
@Path("payments/{id}/refunds")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentRefundsResource {
    @Inject
    ProposeRefund propose;

    @Inject
    FindRefunds find;

    @Inject
    Idempotency idempotency;

    /** Sets it aside; above the limit a second person approves it. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, RefundBody body) {
        return idempotency
                .once(key, "POST /payments/" + id + "/refunds", body, () -> {
                    var refund = propose.ofPayment(id, body.wish());
                    return Answer.created(
                            URI.create("refunds/" + refund), find.find(refund).orElseThrow(HttpProblem::notFound));
                })
                .toResponse();
    }
}

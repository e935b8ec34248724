package se.aviso.app.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;

/** What a person keeps of a payment for its payer, and lets wait again, over REST. */
@Path("payments/{id}/credits")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SurplusResource {
    @Inject
    KeepSurplus keep;

    @Inject
    FindPayments find;

    @Inject
    Idempotency idempotency;

    /** For whom, and how much: left out, the one whose invoices the payment settled, and all that waits. */
    public record NewCredit(Optional<UUID> memberId, Optional<String> amount) {}

    /** Keeps what waits of the payment; answers the payment as it is then. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, NewCredit body) {
        return idempotency
                .once(key, "POST /payments/" + id + "/credits", body, () -> {
                    keep.keep(id, new KeepSurplus.Wish(body.memberId(), body.amount()));
                    return Answer.created(URI.create("payments/" + id), seen(id));
                })
                .toResponse();
    }

    /** Lets it wait again, by a reversal; answers the payment as it is then. */
    @DELETE
    @Path("{credit}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response takeBack(
            @PathParam("id") UUID id,
            @PathParam("credit") UUID credit,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "DELETE /payments/" + id + "/credits/" + credit, "", () -> {
                    keep.takeBack(id, credit);
                    return Answer.ok(seen(id));
                })
                .toResponse();
    }

    private FindPayments.PaymentDetail seen(UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

package se.aviso.app.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.QueryParams;

/** Which payment a deduction of the bank takes back, over REST. */
@Path("payments/{id}/charge-backs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChargeBacksResource {
    @Inject
    ChargeBackPayment chargeBack;

    @Inject
    FindPayments find;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Of which payment, and how much: left out, as much as can be. */
    public record NewChargeBack(UUID paymentId, Optional<String> amount) {}

    /** A payment that the deduction may take back, and what speaks for it. */
    public record Candidate(
            UUID paymentId,
            LocalDate bookedOn,
            String amount,
            String left,
            String currency,
            String payer,
            boolean sameReference,
            boolean sameAmount,
            boolean sameAccount) {}

    /**
     * The payments that the deduction may take back, the likeliest first; with {@code q}, those of that reference too.
     */
    @GET
    @Path("candidates")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public List<Candidate> candidates(@PathParam("id") UUID id) {
        return chargeBack.candidates(id, QueryParams.of(uri).text("q")).stream()
                .map(each -> new Candidate(
                        each.id(),
                        each.bookedOn(),
                        each.amount().toDecimal(),
                        each.left().toDecimal(),
                        each.amount().currency().getCurrencyCode(),
                        each.payer(),
                        each.sameReference(),
                        each.sameAmount(),
                        each.sameAccount()))
                .toList();
    }

    /** Ties the deduction to a payment; answers the deduction as it is then. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, NewChargeBack body) {
        return idempotency
                .once(key, "POST /payments/" + id + "/charge-backs", body, () -> {
                    chargeBack.chargeBack(id, new ChargeBackPayment.Wish(body.paymentId(), body.amount()));
                    return Answer.created(URI.create("payments/" + id), seen(id));
                })
                .toResponse();
    }

    /** Unties them, by a reversal; answers the deduction as it is then. */
    @DELETE
    @Path("{chargeBack}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response undo(
            @PathParam("id") UUID id,
            @PathParam("chargeBack") UUID known,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "DELETE /payments/" + id + "/charge-backs/" + known, "", () -> {
                    chargeBack.undo(id, known);
                    return Answer.ok(seen(id));
                })
                .toResponse();
    }

    private FindPayments.PaymentDetail seen(UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

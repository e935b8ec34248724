package se.aviso.app.invoice;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;

/** Offers that are taken back, over REST. */
@Path("invoices/{id}:withdraw")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OfferWithdrawalsResource {
    @Inject
    WithdrawOffer withdraw;

    @Inject
    FindInvoices find;

    @Inject
    Idempotency idempotency;

    /** Why. */
    public record Withdrawal(Optional<String> reason) {}

    /** Withdraws an offer that nobody has answered; answers it as it is then. */
    @POST
    @Needs(Permission.INVOICE_WRITE)
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Withdrawal body) {
        return idempotency
                .once(key, "POST /invoices/" + id + ":withdraw", body, () -> {
                    withdraw.withdraw(id, body.reason());
                    return Answer.ok(find.find(id).orElseThrow(HttpProblem::notFound));
                })
                .toResponse();
    }
}

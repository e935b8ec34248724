package se.aviso.app.invoice;

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
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.WrittenAmount;

/** What a person gives of a payer's credit balance to an invoice, and takes back, over REST. */
@Path("invoices/{id}/credit-uses")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CreditUsesResource {
    private static final Currency KRONOR = Currency.getInstance("SEK");

    @Inject
    SpendCredit spend;

    @Inject
    FindInvoices find;

    @Inject
    Idempotency idempotency;

    /** How much; without an amount, as much as the invoice can take. */
    public record NewCreditUse(Optional<String> amount) {}

    /** Gives of the balance; answers the invoice that was settled as it is then: of an offer, the claim. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, NewCreditUse body) {
        return idempotency
                .once(key, "POST /invoices/" + id + "/credit-uses", body, () -> {
                    var claim = spend.spend(id, body.amount().map(text -> WrittenAmount.sent(text, KRONOR, "/amount")));
                    return Answer.created(URI.create("invoices/" + claim), seen(claim));
                })
                .toResponse();
    }

    /** Takes it back by a reversal; answers the invoice as it is then. */
    @DELETE
    @Path("{use}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response takeBack(
            @PathParam("id") UUID id,
            @PathParam("use") UUID use,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "DELETE /invoices/" + id + "/credit-uses/" + use, "", () -> {
                    spend.takeBack(id, use);
                    return Answer.ok(seen(id));
                })
                .toResponse();
    }

    private InvoiceDetail seen(UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

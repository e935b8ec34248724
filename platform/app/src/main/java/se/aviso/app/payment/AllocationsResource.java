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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;

/** What a person gives of a payment to invoices, and takes back, over REST. */
@Path("payments/{id}/allocations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AllocationsResource {
    @Inject
    AllocatePayment allocate;

    @Inject
    FindPayments find;

    @Inject
    Idempotency idempotency;

    /** To which invoices, in this order. */
    public record NewAllocations(List<NewAllocation> allocations) {}

    /** To an invoice; without an amount, as much as it can take. */
    public record NewAllocation(UUID invoiceId, Optional<String> amount) {}

    /** Allocates what waits of the payment; answers the payment as it is then. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, NewAllocations body) {
        var wishes = body.allocations().stream()
                .map(each -> new AllocatePayment.Wish(each.invoiceId(), each.amount()))
                .toList();
        return idempotency
                .once(key, "POST /payments/" + id + "/allocations", body, () -> {
                    allocate.allocate(id, wishes);
                    return Answer.created(URI.create("payments/" + id), seen(id));
                })
                .toResponse();
    }

    /** Undoes an allocation by a reversal; answers the payment as it is then. */
    @DELETE
    @Path("{allocation}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response undo(
            @PathParam("id") UUID id,
            @PathParam("allocation") UUID allocation,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "DELETE /payments/" + id + "/allocations/" + allocation, "", () -> {
                    allocate.undo(id, List.of(allocation));
                    return Answer.ok(seen(id));
                })
                .toResponse();
    }

    private FindPayments.PaymentDetail seen(UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }
}

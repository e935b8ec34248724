package se.aviso.app.refund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.refund.PayeeAccount;
import se.aviso.refund.RefundState;

/** Money that is paid back, over REST. */
@Path("refunds")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RefundsResource {
    @Inject
    ProposeRefund propose;

    @Inject
    SettleRefunds settle;

    @Inject
    FindRefunds find;

    @Inject
    BusinessDate businessDate;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /**
     * Whose credit balance with which seller is paid back, and where to.
     *
     * @param currency of the balance; left out, kronor
     */
    public record NewRefund(
            UUID memberId,
            UUID sellerGroupId,
            Optional<String> currency,
            Optional<String> amount,
            PayeeAccount.Kind accountKind,
            String account,
            String payee,
            Optional<String> note) {}

    /** Why. */
    public record Reason(Optional<String> reason) {
        String text() {
            return reason.orElse("").strip();
        }
    }

    /** Why, and as which payment it came back, where it did. */
    public record Failure(Optional<String> reason, Optional<UUID> paymentId) {
        String text() {
            return reason.orElse("").strip();
        }
    }

    /** When it left the bank; left out, today. */
    public record PaidBody(Optional<LocalDate> paidOn) {}

    /** The newest refunds that all of the parameters hold for. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public Response list() {
        var query = QueryParams.of(uri);
        var page = query.page();
        var wanted = new FindRefunds.Wanted(
                query.constant("state", RefundState.class),
                query.uuid("groupId"),
                query.uuid("memberId"),
                query.uuid("paymentId"),
                query.uuid("exportId"));
        return Page.of(find.page(wanted, page), page, row -> new Cursor("", row.id()))
                .toResponse(uri);
    }

    /** One refund. */
    @GET
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public FindRefunds.Shown see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** Sets aside what a seller keeps for a member; above the limit a second person approves it. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, NewRefund body) {
        return idempotency
                .once(key, "POST /refunds", body, () -> {
                    var wish = new ProposeRefund.Wish(
                            body.amount(), body.accountKind(), body.account(), body.payee(), body.note());
                    var refund = propose.ofBalance(
                            body.memberId(),
                            body.sellerGroupId(),
                            body.currency().orElse("SEK"),
                            wish);
                    return Answer.created(URI.create("refunds/" + refund), see(refund));
                })
                .toResponse();
    }

    /** A second person approves. */
    @POST
    @Path("{id}:approve")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response approve(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, id, "approve", "", () -> settle.approve(id));
    }

    /** Calls it off, before it is sent to the bank. */
    @POST
    @Path("{id}:cancel")
    @Needs(Permission.PAYMENT_WRITE)
    public Response cancel(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Reason body) {
        return once(key, id, "cancel", body, () -> settle.cancel(id, body.text()));
    }

    /** Notes that it has left the bank: paid by hand, or told by no answer. */
    @POST
    @Path("{id}:pay")
    @Needs(Permission.PAYMENT_WRITE)
    public Response pay(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, PaidBody body) {
        return once(key, id, "pay", body, () -> settle.pay(id, body.paidOn().orElseGet(businessDate::today)));
    }

    /** Notes that the bank has refused it, or that it came back: of its own accord, or as a payment that waits. */
    @POST
    @Path("{id}:fail")
    @Needs(Permission.PAYMENT_WRITE)
    public Response fail(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Failure body) {
        return once(
                key,
                id,
                "fail",
                body,
                () -> body.paymentId()
                        .ifPresentOrElse(
                                payment -> settle.cameBack(id, payment, body.text()),
                                () -> settle.fail(id, body.text())));
    }

    private Response once(@Nullable String key, UUID id, String act, Object body, Runnable work) {
        return idempotency
                .once(key, "POST /refunds/" + id + ":" + act, body, () -> {
                    work.run();
                    return Answer.ok(see(id));
                })
                .toResponse();
    }
}

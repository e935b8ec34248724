package se.aviso.app.payment;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;
import se.aviso.payment.PayerMark;

/** The rules of payers, over REST. */
@Path("payment-rules")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentRulesResource {
    @Inject
    FindPaymentRules find;

    @Inject
    KeepPaymentRules keep;

    @Inject
    Idempotency idempotency;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** What comes from the payer of this payment is for that member. */
    public record NewRule(UUID paymentId, PayerMark.Kind kind, UUID memberId) {}

    /** How many payments were given away. */
    public record Applied(int payments) {}

    /** The newest rules. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public Response list() {
        var page = QueryParams.of(uri).page();
        return Page.of(find.page(page), page, row -> new Cursor("", row.id())).toResponse(uri);
    }

    /** One rule. */
    @GET
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public FindPaymentRules.Shown see(@PathParam("id") UUID id) {
        return find.find(id).orElseThrow(HttpProblem::notFound);
    }

    /** Makes a rule, which acts at once on what waits. */
    @POST
    @Needs(Permission.PAYMENT_WRITE)
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, NewRule body) {
        return idempotency
                .once(key, "POST /payment-rules", body, () -> {
                    var rule = keep.add(new KeepPaymentRules.Wish(body.paymentId(), body.kind(), body.memberId()));
                    return Answer.created(URI.create("payment-rules/" + rule), see(rule));
                })
                .toResponse();
    }

    /** Pauses it. */
    @POST
    @Path("{id}:pause")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response pause(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, id, "pause", () -> keep.pause(id));
    }

    /** Lets it act again, also on what waits. */
    @POST
    @Path("{id}:resume")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response resume(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, id, "resume", () -> keep.resume(id));
    }

    /** Ends it for good; what it did stands. */
    @POST
    @Path("{id}:end")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response end(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, id, "end", () -> keep.end(id));
    }

    /** Lets all rules act on what waits. */
    @POST
    @Path("apply")
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_WRITE)
    public Response apply(@HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, "POST /payment-rules/apply", "", () -> Answer.ok(new Applied(keep.apply())))
                .toResponse();
    }

    private Response once(@Nullable String key, UUID id, String act, Runnable work) {
        return idempotency
                .once(key, "POST /payment-rules/" + id + ":" + act, "", () -> {
                    work.run();
                    return Answer.ok(see(id));
                })
                .toResponse();
    }
}

package se.aviso.app.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Idempotency;
import se.aviso.app.web.Page;
import se.aviso.app.web.QueryParams;

/** What groups owe each other out of what was paid, and its payouts, over REST. */
@Path("group-shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharesResource {
    @Inject
    FindShares find;

    @Inject
    MakePayouts make;

    @Inject
    PayoutCsv csv;

    @Inject
    Idempotency idempotency;

    @Inject
    BusinessDate businessDate;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** Whose debts to pay out, of up to which day; left out, of up to today. */
    public record NewPayouts(UUID sellerGroupId, Optional<LocalDate> upTo) {}

    /** Which payouts of a seller left the bank, left out all; on which day, left out today. */
    public record PaidBody(UUID sellerGroupId, Optional<List<UUID>> payoutIds, Optional<LocalDate> paidOn) {}

    /** How many were noted as paid. */
    public record Paid(int paid) {}

    /** What was made. */
    public record Made(List<FindShares.Payout> items) {}

    /** What each seller owes each group. */
    public record Balances(List<FindShares.Balance> items) {}

    /** What each seller owes each group. */
    @GET
    @Path("balances")
    @Needs(Permission.LEDGER_READ)
    public Balances balances() {
        return new Balances(find.balances(Optional.empty()));
    }

    /** The payouts, the newest first. */
    @GET
    @Path("payouts")
    @Needs(Permission.LEDGER_READ)
    public Response payouts() {
        var page = QueryParams.of(uri).page();
        return Page.of(find.payouts(Optional.empty(), page), page, payout -> new Cursor("", payout.id()))
                .toResponse(uri);
    }

    /** The payouts as a list for a spreadsheet, the newest first. */
    @GET
    @Path("payouts.csv")
    @Produces("text/csv")
    @Needs(Permission.LEDGER_READ)
    public Response list() {
        return Response.ok(csv.text(Optional.empty()), "text/csv; charset=utf-8")
                .build();
    }

    /** Makes a payout for each group that the seller owes more than nothing. */
    @POST
    @Path("payouts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, NewPayouts body) {
        return idempotency
                .once(key, "POST /group-shares/payouts", body, () -> {
                    var ids = make.make(body.sellerGroupId(), body.upTo().orElseGet(businessDate::today));
                    var made =
                            ids.stream().flatMap(id -> find.payout(id).stream()).toList();
                    return Answer.created(URI.create("group-shares/payouts"), new Made(made));
                })
                .toResponse();
    }

    /** Notes that payouts have left the seller's bank. */
    @POST
    @Path("payouts:pay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAYMENT_WRITE)
    public Response pay(@HeaderParam("Idempotency-Key") @Nullable String key, PaidBody body) {
        return idempotency
                .once(key, "POST /group-shares/payouts:pay", body, () -> {
                    var wanted = new HashSet<>(body.payoutIds().orElse(List.of()));
                    return Answer.ok(new Paid(
                            make.pay(body.sellerGroupId(), wanted, body.paidOn().orElseGet(businessDate::today))));
                })
                .toResponse();
    }
}

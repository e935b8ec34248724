package se.aviso.app.refund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.WrittenAmount;

/** What one person may pay back without a second, over REST. */
@Path("refund-limit")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RefundLimitResource {
    private static final Currency KRONOR = Currency.getInstance("SEK");

    @Inject
    FindRefunds find;

    @Inject
    SettleRefunds settle;

    /** The limit that is wished, in kronor. */
    public record Limit(String amount) {}

    /** The limit as it was set, and what of it holds today. */
    public record Shown(String amount, String inForce) {}

    /** The limit. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public Response see() {
        var limit = find.limit();
        return Response.ok(new Shown(
                        limit.rule().amount().toDecimal(), find.limitInForce().toDecimal()))
                .tag(ETags.of(limit.version()))
                .build();
    }

    /** Sets it, if it is still the one that the caller has seen: {@code If-Match: "0"} where none was set yet. */
    @PUT
    @Needs(Permission.PAYMENT_WRITE)
    public Response set(@HeaderParam("If-Match") @Nullable String ifMatch, Limit body) {
        settle.limit(version -> ETags.require(ifMatch, version), WrittenAmount.sent(body.amount(), KRONOR, "/amount"));
        return see();
    }
}

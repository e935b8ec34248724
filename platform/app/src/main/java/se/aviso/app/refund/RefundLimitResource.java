package se.aviso.app.refund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import java.util.Map;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

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

    /** The limit, in kronor. */
    public record Limit(String amount) {}

    /** The limit. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public Limit see() {
        return new Limit(find.limit().toDecimal());
    }

    /** Sets it. */
    @PUT
    @Needs(Permission.PAYMENT_WRITE)
    public Limit set(Limit body) {
        try {
            settle.limit(Money.parse(body.amount(), KRONOR));
        } catch (IllegalArgumentException noAmount) {
            throw RuleViolation.at("/amount", "bad-amount", Map.of());
        }
        return see();
    }
}

package se.aviso.app.payment;

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
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.security.Needs;
import se.aviso.app.web.ETags;
import se.aviso.app.web.WrittenAmount;
import se.aviso.payment.Tolerance;

/** What the tenant has decided on payments that are not exact, over REST. */
@Path("payment-settings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentSettingsResource {
    @Inject
    ChangePaymentSettings settings;

    /**
     * What is decided.
     *
     * @param tolerance in kronor: {@code "0.50"}
     */
    public record SettingsBody(String tolerance, boolean chargesWrittenOff) {}

    /** As it is. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Needs(Permission.PAYMENT_READ)
    public Response see() {
        return answer(settings.settings());
    }

    /** Changes it, if it is still what the caller has seen: {@code If-Match: "0"} where nothing was decided yet. */
    @PUT
    @Needs(Permission.PAYMENT_WRITE)
    public Response change(@HeaderParam("If-Match") @Nullable String ifMatch, SettingsBody body) {
        var tolerance = new Tolerance(WrittenAmount.sent(body.tolerance(), Tolerance.HIGHEST.currency(), "/tolerance"));
        return answer(settings.change(version -> ETags.require(ifMatch, version), tolerance, body.chargesWrittenOff()));
    }

    private static Response answer(PaymentSettingStore.Settings settings) {
        return Response.ok(new SettingsBody(settings.tolerance().most().toDecimal(), settings.chargesWrittenOff()))
                .tag(ETags.of(settings.version()))
                .build();
    }
}

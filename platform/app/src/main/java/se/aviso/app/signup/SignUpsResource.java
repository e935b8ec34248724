package se.aviso.app.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.aviso.app.security.PublicEndpoint;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Answer;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.Idempotency;
import se.aviso.payment.SwishPayment;

/** The public form of a group, over REST: no token, a limited number of calls. */
@Path("sign-ups/{groupSlug}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SignUpsResource {
    @Inject
    FormDirectory forms;

    @Inject
    JoinGroup joinGroup;

    @Inject
    PriceSignUp prices;

    @Inject
    Idempotency idempotency;

    /** A membership type that can be chosen. */
    public record TypeBody(UUID id, String slug, String name) {}

    /** The membership and the invoice that came of the form. */
    public record Joined(UUID memberId, long memberNumber, UUID membershipId, InvoiceBody invoice) {
        static Joined of(JoinGroup.Joined joined) {
            var invoice = joined.invoice().invoice();
            var swish = SwishPayment.of(
                            joined.invoice().order().snapshot().swish(),
                            invoice.total(),
                            invoice.numbering().ocr().digits())
                    .map(payment -> new SwishBody(payment.code(), payment.link()));
            var body = new InvoiceBody(
                    invoice.id().value(),
                    Long.toString(invoice.numbering().number()),
                    invoice.numbering().ocr().digits(),
                    invoice.total().toDecimal(),
                    invoice.total().currency().getCurrencyCode(),
                    invoice.draft().dueOn().toString(),
                    joined.invoice().order().seller().giro().toString(),
                    swish);
            return new Joined(
                    joined.member().id().value(),
                    joined.member().number(),
                    joined.membership().value(),
                    body);
        }
    }

    /** What to pay, where and by when. */
    public record InvoiceBody(
            UUID id,
            String number,
            String ocr,
            String total,
            String currency,
            String dueOn,
            String giro,
            Optional<SwishBody> swish) {}

    /** How to swish it: what a QR code is to hold, and the address that opens the app. */
    public record SwishBody(String code, String link) {}

    /** The types that the form offers. */
    @GET
    @PublicEndpoint(perMinute = 120)
    public List<TypeBody> form(@PathParam("groupSlug") String slug) {
        return Tenancy.within(
                form(forms, slug).tenant(),
                () -> joinGroup.types().stream()
                        .map(type -> new TypeBody(
                                type.id().value(),
                                type.names().slug(),
                                type.names().sv()))
                        .toList());
    }

    /** Joins; the same key twice joins once. */
    @POST
    @PublicEndpoint(perMinute = 30)
    public Response join(
            @PathParam("groupSlug") String slug, @HeaderParam("Idempotency-Key") @Nullable String key, SignUp form) {
        var of = form(forms, slug);
        return Tenancy.within(
                        of.tenant(),
                        () -> prices.around(
                                of.group(),
                                form,
                                membership -> joined(
                                        key,
                                        "POST /sign-ups/" + slug,
                                        form,
                                        () -> joinGroup.join(of.group(), form, membership))))
                .toResponse();
    }

    private Answer joined(@Nullable String key, String operation, SignUp form, Supplier<JoinGroup.Joined> work) {
        return idempotency.once(key, operation, form.withoutNumber(), () -> {
            var joined = Joined.of(work.get());
            return Answer.created(URI.create("members/" + joined.memberId()), joined);
        });
    }

    private static FormDirectory.Form form(FormDirectory forms, String slug) {
        return forms.find(slug).orElseThrow(HttpProblem::notFound);
    }
}

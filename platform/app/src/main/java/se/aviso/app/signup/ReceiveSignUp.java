package se.aviso.app.signup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import se.aviso.app.invoice.MakeInvoiceLinks;
import se.aviso.app.web.Answer;
import se.aviso.app.web.Idempotency;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.RuleViolation;
import se.aviso.link.LinkKey;

/**
 * Takes the form from a page that anybody can open: a person's is joined once, however often it is sent; a machine's is
 * refused.
 */
@ApplicationScoped
@Transactional
public class ReceiveSignUp {
    private static final String INVOICES = "invoices/";

    @Inject
    JoinGroup joinGroup;

    @Inject
    Idempotency idempotency;

    @Inject
    FormKeyStore keys;

    @Inject
    MakeInvoiceLinks links;

    @Inject
    Clock clock;

    /**
     * What came with the form beside what a person filled in.
     *
     * @param ticket as we handed it out
     * @param trap a field that nobody sees; what is in it was written by a machine
     */
    public record Envelope(String slug, String ticket, String trap) {}

    /**
     * Joins, and answers with a link to the welcome invoice; the same form twice joins once.
     *
     * @param membership the id that the membership is to have
     */
    LinkKey receive(GroupId group, Envelope envelope, SignUp form, MembershipId membership) {
        var ticket = checked(envelope);
        var answer = idempotency.once(ticket.nonce(), "form " + envelope.slug(), form.withoutNumber(), () -> {
            var joined = joinGroup.join(group, form, membership);
            var invoice = joined.invoice().invoice().id();
            return Answer.created(URI.create(INVOICES + invoice), SignUpsResource.Joined.of(joined));
        });
        var invoice = InvoiceId.parse(answer.location().orElseThrow().toString().substring(INVOICES.length()));
        return links.makeWelcome(invoice);
    }

    private Ticket checked(Envelope envelope) {
        if (!envelope.trap().isEmpty()) {
            throw refused("form-refused");
        }
        var ticket = Ticket.read(envelope.ticket(), envelope.slug(), keys.seal())
                .orElseThrow(() -> refused("form-outdated"));
        return switch (ticket.age(clock.instant())) {
            case GOOD -> ticket;
            case TOO_NEW -> throw refused("form-too-fast");
            case TOO_OLD -> throw refused("form-outdated");
        };
    }

    private static RuleViolation refused(String code) {
        return RuleViolation.of(code, Map.of());
    }
}

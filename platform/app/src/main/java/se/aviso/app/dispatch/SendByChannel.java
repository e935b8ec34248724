package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.RuleViolation;

/** Sends the document that a dispatch has brought once more by a channel that is chosen: reminders of any level too. */
@ApplicationScoped
@Transactional
public class SendByChannel {
    @Inject
    FindDispatches dispatches;

    @Inject
    FindInvoices invoices;

    @Inject
    DispatchStore outbox;

    @Inject
    SendInvoice send;

    @Inject
    Caller caller;

    /** The channels by which it can be sent now; none where the caller may not, or there is no reason to. */
    public List<Channel> channels(UUID id) {
        return dispatches.one(id, caller.pathsFor(Permission.INVOICE_WRITE)).stream()
                .map(FindDispatches.Listed::seen)
                .filter(seen -> outbox.asked(id).isPresent())
                .flatMap(seen -> invoices.writable(seen.invoiceId()).stream()
                        .filter(row -> isWorthSending(row, seen.document()))
                        .flatMap(row -> send.channels(row, seen.document()).stream()))
                .toList();
    }

    /**
     * Queues it.
     *
     * @throws RuleViolation when there is no reason to send it, no address for the channel, or it is on its way
     */
    public FindDispatches.Seen send(UUID id, Channel channel) {
        var seen = dispatches
                .one(id, caller.pathsFor(Permission.INVOICE_WRITE))
                .map(FindDispatches.Listed::seen)
                .orElseThrow(HttpProblem::notFound);
        var row = invoices.writable(seen.invoiceId()).orElseThrow(HttpProblem::notFound);
        var what = outbox.asked(id)
                .filter(any -> isWorthSending(row, seen.document()))
                .orElseThrow(() -> RuleViolation.of("conflict-send-over", Map.of("number", row.number())));
        return send.send(row, what, channel);
    }

    /** Whether a reminder is asked for says its settlement; a notice tells what holds whatever becomes of it. */
    private static boolean isWorthSending(InvoiceRow row, DispatchDocument document) {
        return switch (document) {
            case INVOICE, CREDIT_NOTE -> SendInvoice.isWorthSending(row);
            case REMINDER, REMINDER_RECALLED, OFFER_WITHDRAWN -> true;
        };
    }
}

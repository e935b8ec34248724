package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.channel.Ways;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.invoice.Whereabouts;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.RuleViolation;

/** Sends an invoice once more, because somebody asked for it: by the same channel, or by another. */
@ApplicationScoped
@Transactional
public class SendInvoice {
    private static final System.Logger LOG = System.getLogger(SendInvoice.class.getName());

    @Inject
    FindInvoices invoices;

    @Inject
    Whereabouts whereabouts;

    @Inject
    FindDispatches dispatches;

    @Inject
    DispatchStore outbox;

    @Inject
    Ways ways;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * The invoice, if the caller may send it and there is a reason to: somebody owes it, may take it, or was credited.
     */
    public Optional<InvoiceRow> find(UUID id) {
        return invoices.writable(id).filter(SendInvoice::isWorthSending);
    }

    /** The channels by which its recipient can be reached now. */
    public List<Channel> channels(UUID id) {
        return find(id).map(this::channels).orElse(List.of());
    }

    private List<Channel> channels(InvoiceRow row) {
        return channels(row, DispatchDocument.INVOICE);
    }

    /** The channels that are on, carry such a document of the invoice, and reach its recipient now. */
    List<Channel> channels(InvoiceRow row, DispatchDocument document) {
        var machines = document.isReadByMachines() && row.kind() != InvoiceKind.OFFER;
        var order = machines ? ways.cascade() : ways.cascade().forPeople();
        var recipient =
                Objects.requireNonNull(whereabouts.ofIds(List.of(row.id())).get(row.id()));
        return Arrays.stream(Channel.values())
                .filter(recipient.reachable()::contains)
                .filter(order::has)
                .toList();
    }

    /**
     * Queues it.
     *
     * @throws RuleViolation when there is no reason to send it, no address for the channel, or it is on its way
     */
    public FindDispatches.Seen send(UUID id, Channel channel) {
        var row = invoices.writable(id).orElseThrow(HttpProblem::notFound);
        if (!isWorthSending(row)) {
            throw RuleViolation.of("conflict-send-over", Map.of("number", row.number()));
        }
        var document = row.kind() == InvoiceKind.CREDIT_NOTE ? DispatchDocument.CREDIT_NOTE : DispatchDocument.INVOICE;
        return send(row, new DispatchStore.What(id, document, 0, 0), channel);
    }

    /**
     * Queues such a document of the invoice.
     *
     * @throws RuleViolation when there is no address for the channel, or it is on its way
     */
    FindDispatches.Seen send(InvoiceRow row, DispatchStore.What what, Channel channel) {
        if (!channels(row, what.document()).contains(channel)) {
            throw RuleViolation.at("/channel", "send-no-address", Map.of());
        }
        var dispatch = queued(what, channel);
        trail.record(Deed.in(
                new GroupId(row.groupId()),
                Act.DISPATCH_RESENT,
                dispatch,
                List.of(Change.to(Field.INVOICE, new InvoiceId(what.invoice())), Change.to(Field.CHANNEL, channel))));
        LOG.log(System.Logger.Level.INFO, "{0} is sent again by {1}, dispatch {2}", what, channel, dispatch);
        return dispatches
                .one(dispatch, caller.pathsFor(Permission.INVOICE_WRITE))
                .map(FindDispatches.Listed::seen)
                .orElseThrow();
    }

    private UUID queued(DispatchStore.What what, Channel channel) {
        var known = outbox.known(what, channel);
        var id = known.map(DispatchStore.Known::id).orElseGet(Ids::next);
        var done = known.map(former -> !former.state().isUnderWay() && outbox.queueAgain(id, former.state()))
                .orElseGet(() -> outbox.queue(id, what, channel));
        if (!done) {
            throw RuleViolation.of("conflict-send-under-way", Map.of());
        }
        return id;
    }

    static boolean isWorthSending(InvoiceRow row) {
        return switch (row.kind()) {
            case CLAIM -> row.document() == InvoiceRow.Document.ISSUED;
            case OFFER -> row.offer().filter(InvoiceRow.OfferState.OPEN::equals).isPresent();
            case CREDIT_NOTE -> true;
        };
    }
}

package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.MakeInvoiceLinks;
import se.aviso.app.member.Channel;
import se.aviso.group.BillingField;
import se.aviso.link.InvoiceLinkPurpose;
import se.aviso.link.LinkKey;
import se.aviso.spi.summary.SummarisedLines;

/** The short transactions round a hand-over: take, mark, note what became of it. */
@ApplicationScoped
@Transactional
public class Outbox {
    @Inject
    DispatchStore dispatches;

    @Inject
    InvoiceStore invoices;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    GroupStore groups;

    @Inject
    SummaryStore summaries;

    @Inject
    MakeInvoiceLinks makeLinks;

    /**
     * Dispatches that this worker alone has, with their documents as issued, what credit notes are about, the logos on
     * them, and the links in their mails.
     */
    record Taken(
            List<Dispatch> dispatches,
            Map<UUID, InvoiceStore.Stored> documents,
            Map<UUID, CreditNoteStore.About> credits,
            Map<String, byte[]> logos,
            Map<UUID, LinkKey> links,
            Map<UUID, SummarisedLines> summaries,
            Optional<String> summaryBy) {}

    Taken take(Channel channel, int most) {
        var claimed = dispatches.claim(channel, most);
        var documents = new HashMap<UUID, InvoiceStore.Stored>();
        invoices.byIds(claimed.stream().map(Dispatch::invoice).distinct().toList())
                .forEach(stored -> documents.put(stored.invoice().id().value(), stored));
        var links = channel == Channel.EMAIL ? links(claimed, documents) : Map.<UUID, LinkKey>of();
        var credits = creditNotes.about(claimed.stream()
                .filter(each -> each.document() == DispatchDocument.CREDIT_NOTE)
                .map(Dispatch::invoice)
                .toList());
        return new Taken(
                claimed,
                documents,
                credits,
                logos(documents.values()),
                links,
                summaries.of(documents.keySet()),
                summaries.plugin());
    }

    void keep(Collection<SummarisedLines> arranged) {
        if (!arranged.isEmpty()) {
            summaries.keep(arranged);
        }
    }

    List<UUID> handingOver(List<UUID> ids, List<String> hashes) {
        return dispatches.handingOver(ids, hashes);
    }

    void record(List<DispatchStore.Outcome> outcomes) {
        dispatches.record(outcomes);
    }

    int recover(Duration olderThan) {
        return dispatches.recover(olderThan);
    }

    /** A secret is not kept, so that every hand-over has a new one. */
    private Map<UUID, LinkKey> links(List<Dispatch> claimed, Map<UUID, InvoiceStore.Stored> documents) {
        var wanted = new HashMap<UUID, MakeInvoiceLinks.Wanted>();
        for (var dispatch : claimed) {
            var purpose = dispatch.document() == DispatchDocument.REMINDER
                    ? InvoiceLinkPurpose.REMINDER
                    : InvoiceLinkPurpose.INVOICE;
            var stored = documents.get(dispatch.invoice());
            if (stored != null && dispatch.document() != DispatchDocument.CREDIT_NOTE) {
                var due = stored.invoice().draft().dueOn();
                wanted.put(dispatch.id(), new MakeInvoiceLinks.Wanted(dispatch.invoice(), purpose, due));
            }
        }
        var made = makeLinks.make(wanted.values());
        var links = new HashMap<UUID, LinkKey>();
        wanted.forEach((dispatch, each) -> links.put(dispatch, Objects.requireNonNull(made.get(each))));
        return links;
    }

    private Map<String, byte[]> logos(Collection<InvoiceStore.Stored> documents) {
        var logos = new HashMap<String, byte[]>();
        for (var stored : documents) {
            var hash = stored.snapshot().seller().get(BillingField.LOGO);
            if (hash != null && !logos.containsKey(hash)) {
                groups.logo(hash).ifPresent(bytes -> logos.put(hash, bytes));
            }
        }
        return logos;
    }
}

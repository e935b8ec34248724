package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.WriteInvoice;
import se.aviso.app.member.Discretion;
import se.aviso.app.member.FindOwnDetails;
import se.aviso.group.Group;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.RuleViolation;

/** An invoice's document as it was issued, made anew from what was kept: the same bytes every time. */
@ApplicationScoped
@Transactional
public class InvoiceDocument {
    @Inject
    InvoiceStore invoices;

    @Inject
    WriteInvoice drafts;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    GroupStore groups;

    @Inject
    Logos logos;

    @Inject
    DocumentWriter writer;

    @Inject
    SummaryStore summaries;

    @Inject
    KeptWords words;

    @Inject
    Discretion discretion;

    @Inject
    FindOwnDetails ownDetails;

    /**
     * The PDF of an invoice, or of a draft that nothing is in the way of.
     *
     * @param allowed whether the caller may see invoices of the group of that path
     */
    public byte[] pdf(InvoiceId id, Predicate<String> allowed) {
        return invoices.byId(id)
                .filter(found -> allowed.test(path(found)))
                .map(this::discreet)
                .or(() -> drafts.paper(id.value()))
                .map(this::written)
                .orElseThrow(InvoiceDocument::unknown);
    }

    /** The PDF of an invoice that is being written. */
    byte[] pdf(InvoiceStore.Stored draft) {
        return written(draft);
    }

    /** The PDF of an invoice that was written to one of these members. */
    public byte[] pdfOf(Collection<UUID> members, InvoiceId id) {
        return invoices.byId(id)
                .filter(found -> members.contains(found.buyer().member().value()))
                .map(this::written)
                .orElseThrow(InvoiceDocument::unknown);
    }

    /** The same for one of them who asks: without an address that they are not shown, by the way they came in. */
    byte[] ownPdf(Collection<UUID> members, InvoiceId id) {
        return invoices.byId(id)
                .filter(found -> members.contains(found.buyer().member().value()))
                .map(this::ownDiscreet)
                .map(this::written)
                .orElseThrow(InvoiceDocument::unknown);
    }

    private InvoiceStore.Stored ownDiscreet(InvoiceStore.Stored stored) {
        var member = stored.buyer().member().value();
        return ownDetails.hidden(List.of(member)).isEmpty() ? stored : stored.withoutAddress();
    }

    /** Without the address of somebody whose whereabouts the caller may not see. */
    private InvoiceStore.Stored discreet(InvoiceStore.Stored stored) {
        var member = stored.buyer().member().value();
        return discretion.hidden(List.of(member)).isEmpty() ? stored : stored.withoutAddress();
    }

    private byte[] written(InvoiceStore.Stored stored) {
        var letters = new Letters(logos.of(stored.snapshot()));
        var id = stored.invoice().id().value();
        var summary = Optional.ofNullable(summaries.of(List.of(id)).get(id));
        var data = Optional.ofNullable(creditNotes.about(List.of(id)).get(id))
                .map(about -> letters.creditNote(stored, about))
                .orElseGet(() -> letters.data(Optional.empty(), stored, summary));
        return writer.pdf(words.on(data, stored.snapshot()));
    }

    private String path(InvoiceStore.Stored stored) {
        return groups.find(stored.buyer().group())
                .map(Group::place)
                .map(Group.Place::path)
                .orElseThrow(InvoiceDocument::unknown);
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}

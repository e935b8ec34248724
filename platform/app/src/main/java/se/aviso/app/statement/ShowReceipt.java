package se.aviso.app.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import se.aviso.app.dispatch.KeptWords;
import se.aviso.app.dispatch.Logos;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceDetail;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.member.Discretion;
import se.aviso.app.member.FindOwnDetails;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.RuleViolation;
import se.aviso.statement.PaymentReceipt;

/** The receipt for a paid invoice, to those who may see the invoice. */
@ApplicationScoped
@Transactional
public class ShowReceipt {
    @Inject
    FindInvoices find;

    @Inject
    InvoiceStore invoices;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    StatementStore store;

    @Inject
    Discretion discretion;

    @Inject
    FindOwnDetails ownDetails;

    @Inject
    Logos logos;

    @Inject
    KeptWords words;

    @Inject
    DocumentWriter writer;

    /**
     * Of an invoice in the caller's subtrees.
     *
     * @throws RuleViolation when it is not paid
     */
    ReceiptBody of(UUID invoice) {
        return ReceiptBody.of(seen(invoice));
    }

    /**
     * Of an invoice of the members that the caller is.
     *
     * @throws RuleViolation when it is not paid
     */
    ReceiptBody own(UUID invoice) {
        return ReceiptBody.of(
                whole(find.findOwn(invoice).orElseThrow(HttpProblem::notFound), UnaryOperator.identity()));
    }

    /** The same as a document. */
    byte[] pdf(UUID invoice) {
        return written(seen(invoice));
    }

    /** The same as a document. */
    byte[] ownPdf(UUID invoice) {
        return written(whole(find.findOwn(invoice).orElseThrow(HttpProblem::notFound), this::ownDiscreet));
    }

    /** True when the invoice has one, whoever may see it. */
    boolean isPaid(UUID invoice) {
        return store.settled(invoice)
                .map(StatementStore.Settled::settlement)
                .filter(PaymentReceipt::isFor)
                .isPresent();
    }

    private ReceiptWhole seen(UUID invoice) {
        return whole(find.find(invoice).orElseThrow(HttpProblem::notFound), this::discreet);
    }

    private InvoiceStore.Stored discreet(InvoiceStore.Stored stored) {
        var member = stored.buyer().member().value();
        return discretion.hidden(List.of(member)).isEmpty() ? stored : stored.withoutAddress();
    }

    private InvoiceStore.Stored ownDiscreet(InvoiceStore.Stored stored) {
        var member = stored.buyer().member().value();
        return ownDetails.hidden(List.of(member)).isEmpty() ? stored : stored.withoutAddress();
    }

    private ReceiptWhole whole(InvoiceDetail detail, UnaryOperator<InvoiceStore.Stored> shown) {
        var id = detail.invoice().id();
        var settled = store.settled(id).orElseThrow(() -> RuleViolation.of("conflict-not-paid", Map.of()));
        var receipt = PaymentReceipt.of(settled.settlement(), store.parts(id), settled.givenUp());
        var stored = invoices.byId(new InvoiceId(id)).orElseThrow();
        return new ReceiptWhole(detail, shown.apply(stored), creditNotes.of(id), receipt);
    }

    private byte[] written(ReceiptWhole whole) {
        var snapshot = whole.stored().snapshot();
        return writer.pdf(words.on(ReceiptPaper.of(whole, logos.of(snapshot)), snapshot));
    }
}

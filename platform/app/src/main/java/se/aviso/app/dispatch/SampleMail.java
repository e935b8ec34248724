package se.aviso.app.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceOrder;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.dispatch.Channel;
import se.aviso.group.BillingField;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.kernel.SmsText;
import se.aviso.kernel.VatRate;
import se.aviso.wording.PaperKind;
import se.aviso.wording.Wording;

/** The message that carries a document of each kind that nobody was sent, written as real ones are. */
public final class SampleMail {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int ACCOUNT = 3010;

    /** As long as the secret of a link. */
    private static final String KEY = "x".repeat(43);

    private final PaperKind kind;
    private final Facts facts;

    private SampleMail(PaperKind kind, Facts facts) {
        this.kind = kind;
        this.facts = facts;
    }

    /**
     * What is invented of the document.
     *
     * @param dueOn of a reminder and what comes after it, that of the invoice
     * @param fee of a reminder with one
     */
    public record Facts(
            long number,
            OcrReference ocr,
            GiroNumber giro,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money dues,
            Money fee) {}

    /**
     * The message as it is read.
     *
     * @param sms the text for a telephone, which is paid for by parts
     */
    public record Read(String subject, String text, String sms, int smsParts) {}

    /**
     * The message of a kind of document that is sent.
     *
     * @param snapshot of who sells and who is written to, in which language
     * @param baseUrl where the links in it lead
     * @param own the sender's own words
     */
    public static Read of(PaperKind kind, Facts facts, InvoiceSnapshot snapshot, String baseUrl, Wording.Mail own) {
        var sample = new SampleMail(kind, facts);
        var words = MailWords.of(snapshot.language());
        var link = kind == PaperKind.CREDIT_NOTE ? "" : baseUrl + WriteMessages.PAY + KEY;
        var content = new Letters.Content(sample.stored(snapshot), link, sample.credits()).in(own);
        var seller =
                Optional.ofNullable(snapshot.seller().get(BillingField.NAME)).orElse("");
        var mail = words.body(sample.dispatch(), content, seller, Channel.EMAIL);
        var sms = words.body(sample.dispatch(), content, seller, Channel.SMS).text();
        return new Read(mail.subject(), mail.text(), sms, new SmsText(sms).parts());
    }

    /** What stands above the seller's name where nobody says it in other words. */
    public static String closing(String language) {
        return MailWords.of(language).closing();
    }

    private Dispatch dispatch() {
        return new Dispatch(NOBODY, NOBODY, document(), 0, 0, 0, reminder());
    }

    private DispatchDocument document() {
        return switch (kind) {
            case FIRST, RENEWAL, RENEWAL_COVERED, OFFER, ONE_OFF -> DispatchDocument.INVOICE;
            case REMINDER1, REMINDER2 -> DispatchDocument.REMINDER;
            case CORRECTION -> DispatchDocument.REMINDER_RECALLED;
            case CREDIT_NOTE -> DispatchDocument.CREDIT_NOTE;
            case OFFER_WITHDRAWN -> DispatchDocument.OFFER_WITHDRAWN;
            case RECEIPT, STATEMENT -> throw new IllegalArgumentException(kind + " is not sent");
        };
    }

    private Optional<Dispatch.Reminder> reminder() {
        var none = Money.zero(facts.dues().currency());
        return switch (kind) {
            case REMINDER1 -> Optional.of(reminder(none));
            case REMINDER2, CORRECTION -> Optional.of(reminder(facts.fee()));
            default -> Optional.empty();
        };
    }

    private Dispatch.Reminder reminder(Money fee) {
        var none = Money.zero(fee.currency());
        return new Dispatch.Reminder(facts.issuedOn(), facts.dues(), fee, none, "", List.of(), Optional.empty());
    }

    private Optional<CreditNoteStore.About> credits() {
        var claim = new CreditNoteStore.Credited(NOBODY, facts.number(), facts.issuedOn(), facts.dueOn(), facts.dues());
        return Optional.of(new CreditNoteStore.About(claim, "", List.of()))
                .filter(any -> kind == PaperKind.CREDIT_NOTE);
    }

    private InvoiceStore.Stored stored(InvoiceSnapshot snapshot) {
        var offer = kind == PaperKind.OFFER || kind == PaperKind.OFFER_WITHDRAWN;
        var line = new InvoiceLine(
                new InvoiceLine.Text(InvoiceLine.Kind.MEMBERSHIP, ""),
                1,
                facts.dues(),
                new InvoiceLine.Terms(VatRate.EXEMPT, ACCOUNT),
                Optional.empty());
        var draft = new InvoiceDraft(
                offer ? InvoiceKind.OFFER : InvoiceKind.CLAIM, occasion(), facts.dueOn(), List.of(line));
        var numbering = new InvoiceDraft.Numbering(facts.number(), facts.ocr());
        return new InvoiceStore.Stored(
                draft.issue(new InvoiceId(NOBODY), numbering, facts.issuedOn()),
                new InvoiceOrder.Seller(new GroupId(NOBODY), facts.giro()),
                new InvoiceOrder.Buyer(new MemberId(NOBODY), new GroupId(NOBODY)),
                snapshot,
                kind == PaperKind.RENEWAL_COVERED
                        ? facts.dues()
                        : Money.zero(facts.dues().currency()));
    }

    private Occasion occasion() {
        return switch (kind) {
            case FIRST -> Occasion.FIRST;
            case ONE_OFF -> Occasion.ONE_OFF;
            default -> Occasion.RENEWAL;
        };
    }
}

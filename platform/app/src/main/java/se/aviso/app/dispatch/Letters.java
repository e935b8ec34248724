package se.aviso.app.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.aviso.app.document.DocumentData;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.dispatch.Channel;
import se.aviso.group.BillingField;
import se.aviso.invoice.CreditNote;
import se.aviso.invoice.Invoice;
import se.aviso.invoice.InvoiceDraft;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.VatRate;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.summary.SummarisedLines;
import se.aviso.wording.Wording;

/** What stands on a document and in the mail round it, from the invoice as it was issued. */
public final class Letters {
    /** A reminder asks for payment within ten days; the due day stays what it was. */
    private static final int REMINDED_DAYS = 10;

    private final Letterhead head;

    /** @param logos by content hash */
    public Letters(Map<String, byte[]> logos) {
        head = new Letterhead(logos);
    }

    /**
     * The values of the invoice's document, or of its reminder.
     *
     * @param summary the rows as a plugin has arranged them
     */
    public DocumentData data(
            Optional<Dispatch.Reminder> reminder, InvoiceStore.Stored stored, Optional<SummarisedLines> summary) {
        var invoice = stored.invoice();
        var snapshot = stored.snapshot();
        var number = number(invoice, snapshot.language());
        var due = invoice.draft().dueOn();
        var issuedOn = reminder.map(Dispatch.Reminder::issuedOn).orElse(invoice.issuedOn());
        var payBy =
                reminder.map(said -> said.issuedOn().plusDays(REMINDED_DAYS)).orElse(due);
        return new DocumentData(
                Letterhead.form(kind(reminder, stored), snapshot),
                head.seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                new DocumentData.Facts(
                        number,
                        issuedOn,
                        Optional.of(due),
                        Optional.empty(),
                        snapshot.recipient().buyerReference().orElse("")),
                lines(reminder, stored, summary),
                reminder.map(said -> paid(stored, said)).orElseGet(() -> DocumentData.Sums.less(stored.usedCredit())),
                Optional.of(new DocumentData.Payment(invoice.numbering().ocr(), payBy))
                        .filter(any -> reminder.isPresent() || !stored.isCovered()),
                reminder.map(said -> new DocumentData.Original(number, invoice.issuedOn(), due, invoice.total())),
                reminder.map(said -> new DocumentData.Wording(said.text(), "", ""))
                        .orElseGet(() -> new DocumentData.Wording("", exemptions(invoice, snapshot.language()), "")));
    }

    /** The values of the notice that a reminder was taken back: what holds is what stood on the invoice. */
    public DocumentData correction(
            Dispatch.Reminder recalled, InvoiceStore.Stored stored, Optional<SummarisedLines> summary) {
        var invoice = stored.invoice();
        var snapshot = stored.snapshot();
        var number = number(invoice, snapshot.language());
        var due = invoice.draft().dueOn();
        return new DocumentData(
                Letterhead.form(DocumentData.Kind.CORRECTION, snapshot),
                head.seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                new DocumentData.Facts(number, recalled.issuedOn(), Optional.of(due), Optional.empty(), ""),
                DocumentLines.rows(stored, summary),
                paid(stored, recalled),
                Optional.of(new DocumentData.Payment(invoice.numbering().ocr(), due)),
                Optional.of(new DocumentData.Original(number, invoice.issuedOn(), due, invoice.total())),
                new DocumentData.Wording(
                        MailWords.of(snapshot.language()).credited(recalled).orElse(""), "", ""));
    }

    /** The values of the notice that an offer holds no more; nothing on it can be paid. */
    public DocumentData withdrawn(InvoiceStore.Stored offer, Optional<SummarisedLines> summary) {
        var snapshot = offer.snapshot();
        var number = number(offer.invoice(), snapshot.language());
        return new DocumentData(
                Letterhead.form(DocumentData.Kind.OFFER_WITHDRAWN, snapshot),
                head.seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                new DocumentData.Facts(number, offer.invoice().issuedOn(), Optional.empty(), Optional.empty(), ""),
                DocumentLines.rows(offer, summary),
                DocumentData.Sums.NONE,
                Optional.empty(),
                Optional.empty(),
                new DocumentData.Wording("", "", ""));
    }

    /** What is not issued yet has no number. */
    private static String number(Invoice invoice, String language) {
        var number = invoice.numbering().number();
        if (number == InvoiceDraft.Numbering.NONE) {
            return "en".equals(language) ? "Draft" : "Utkast";
        }
        return Long.toString(number);
    }

    /** Why no VAT is charged on lines that are exempt; a membership fee of a non-profit association is so by law. */
    public static String exemptions(Invoice invoice, String language) {
        var english = "en".equals(language);
        var reasons = invoice.draft().lines().stream()
                .flatMap(line -> exemption(line, language).stream())
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "" : (english ? "Exempt from VAT: " : "Undantaget från moms: ") + reasons;
    }

    /** Why no VAT is charged on a line; empty of one that is not exempt, and where nobody has said so. */
    static Optional<String> exemption(InvoiceLine line, String language) {
        return line.terms().vat() == VatRate.EXEMPT && !line.isWords()
                ? reason(line, "en".equals(language))
                : Optional.empty();
    }

    private static Optional<String> reason(InvoiceLine line, boolean english) {
        return line.terms()
                .exemption()
                .or(() -> Optional.of(english ? "membership fee" : "medlemsavgift")
                        .filter(fee -> line.period().isPresent()));
    }

    /** The values of a credit note's document; its amounts are below nothing, for they are taken back. */
    public DocumentData creditNote(InvoiceStore.Stored note, CreditNoteStore.About about) {
        var snapshot = note.snapshot();
        var claim = about.claim();
        return new DocumentData(
                Letterhead.form(DocumentData.Kind.CREDIT_NOTE, snapshot),
                head.seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                new DocumentData.Facts(
                        Long.toString(note.invoice().numbering().number()),
                        note.invoice().issuedOn(),
                        Optional.empty(),
                        Optional.empty(),
                        ""),
                about.lines().stream().map(line -> credited(line, snapshot)).toList(),
                DocumentData.Sums.NONE,
                Optional.empty(),
                Optional.of(new DocumentData.Original(
                        Long.toString(claim.number()), claim.issuedOn(), claim.dueOn(), claim.total())),
                new DocumentData.Wording(about.reason(), "", ""));
    }

    /** So much of a line taken back, below nothing. */
    public static DocumentData.Line credited(CreditNote.Line credited, InvoiceSnapshot snapshot) {
        var line = credited.line();
        return new DocumentData.Line(
                line.what().text(),
                note(line, snapshot.groupName()),
                -line.quantity(),
                line.unit(),
                line.terms().vat(),
                credited.amount().negated(),
                credited.vatAmount().negated(),
                "",
                false,
                Optional.empty());
    }

    /** What was settled before the reminder is taken off its sum: by credit balance, and in any other way. */
    private static DocumentData.Sums paid(InvoiceStore.Stored stored, Dispatch.Reminder said) {
        var settled = stored.invoice().total().minus(said.open());
        var used = stored.usedCredit().compareTo(settled) < 0 ? stored.usedCredit() : settled;
        return DocumentData.Sums.less(used, settled.minus(used));
    }

    /**
     * What a mail tells of.
     *
     * @param link opens the invoice to whoever has it; empty where there is none
     * @param credits what a credit note is about; empty of any other document
     * @param summary the rows of the document, where a plugin has arranged them
     * @param noticesTo where a provider tells what became of it; empty where it cannot
     * @param own the sender's own words round it
     */
    record Content(
            InvoiceStore.Stored stored,
            String link,
            Optional<CreditNoteStore.About> credits,
            Optional<SummarisedLines> summary,
            String noticesTo,
            Wording.Mail own) {
        Content(InvoiceStore.Stored stored, String link, Optional<CreditNoteStore.About> credits) {
            this(stored, link, credits, Optional.empty(), "", Wording.Mail.NONE);
        }

        /** The same in the sender's own words. */
        Content in(Wording.Mail words) {
            return new Content(stored, link, credits, summary, noticesTo, words);
        }
    }

    /**
     * How a message goes.
     *
     * @param noticesTo where its provider tells what became of it; empty where it cannot
     * @param facts what the document says, where the channel is to be told
     */
    record Envelope(Channel channel, String address, String noticesTo, Optional<InvoiceFacts> facts) {}

    /** The message that carries the document, or the link to it. */
    Message message(Dispatch dispatch, Content content, Envelope envelope, byte[] pdf) {
        var stored = content.stored();
        var snapshot = stored.snapshot();
        var words = MailWords.of(snapshot.language());
        var number = Long.toString(stored.invoice().numbering().number());
        var seller =
                Optional.ofNullable(snapshot.seller().get(BillingField.NAME)).orElse("");
        return new Message(
                dispatch.id(),
                new Message.Sender(
                        seller,
                        Optional.ofNullable(snapshot.seller().get(BillingField.REPLY_TO))
                                .orElse("")),
                new Message.Recipient(snapshot.recipient().name(), envelope.address()),
                words.body(dispatch, content, seller, envelope.channel()),
                List.of(new Message.Attachment(words.fileName(dispatch.document(), number), "application/pdf", pdf)),
                envelope.noticesTo(),
                envelope.facts());
    }

    /** Who is reminded of an offer gets the offer once more: nobody owes it. */
    private static DocumentData.Kind kind(Optional<Dispatch.Reminder> reminder, InvoiceStore.Stored stored) {
        var invoice = stored.invoice();
        if (invoice.draft().kind() == InvoiceKind.OFFER) {
            return DocumentData.Kind.OFFER;
        }
        if (reminder.isPresent()) {
            var charged = reminder.get().toPay().compareTo(reminder.get().open()) > 0;
            return charged ? DocumentData.Kind.REMINDER2 : DocumentData.Kind.REMINDER1;
        }
        if (invoice.draft().occasion() == Occasion.ONE_OFF) {
            return DocumentData.Kind.ONE_OFF;
        }
        if (stored.isCovered()) {
            return DocumentData.Kind.RENEWAL_COVERED;
        }
        return invoice.draft().occasion() == Occasion.FIRST ? DocumentData.Kind.FIRST : DocumentData.Kind.RENEWAL;
    }

    private static List<DocumentData.Line> lines(
            Optional<Dispatch.Reminder> reminder, InvoiceStore.Stored stored, Optional<SummarisedLines> summary) {
        var lines = new ArrayList<>(DocumentLines.rows(stored, summary));
        var english = "en".equals(stored.snapshot().language());
        reminder.ifPresent(
                said -> lines.addAll(new ChargeRows(said.fee(), said.interest(), said.basis(), english).rows()));
        return lines;
    }

    private static String note(InvoiceLine line, String groupName) {
        return line.what().kind() == InvoiceLine.Kind.MEMBERSHIP ? groupName : "";
    }
}

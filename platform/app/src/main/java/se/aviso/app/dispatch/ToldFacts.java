package se.aviso.app.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.aviso.app.invoice.CreditNoteStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.group.BillingField;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OrganisationNumber;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.spi.dispatch.InvoiceFacts;

/** What a channel for machines is told of a document: what stands on it, from the invoice as it was issued. */
final class ToldFacts {
    private static final Pattern PLACE = Pattern.compile("([0-9]{3} [0-9]{2}) (.+)");

    private ToldFacts() {}

    /** The facts of claims and credit notes; other documents are for people alone. */
    static Optional<InvoiceFacts> of(Dispatch dispatch, Letters.Content content) {
        var claim = content.stored().invoice().draft().kind() == InvoiceKind.CLAIM;
        return switch (dispatch.document()) {
            case INVOICE -> Optional.of(content.stored()).filter(any -> claim).map(ToldFacts::claim);
            case CREDIT_NOTE ->
                Optional.of(creditNote(content.stored(), content.credits().orElseThrow()));
            case REMINDER, REMINDER_RECALLED, OFFER_WITHDRAWN -> Optional.empty();
        };
    }

    private static InvoiceFacts claim(InvoiceStore.Stored stored) {
        var invoice = stored.invoice();
        var language = stored.snapshot().language();
        var head = new InvoiceFacts.Head(
                Long.toString(invoice.numbering().number()),
                invoice.issuedOn(),
                Optional.of(invoice.draft().dueOn()),
                language,
                Optional.empty(),
                "");
        var lines = invoice.draft().lines().stream()
                .map(line -> line(line, line.vatAmount(), language))
                .toList();
        return facts(stored, head, lines, stored.usedCredit());
    }

    private static InvoiceFacts creditNote(InvoiceStore.Stored stored, CreditNoteStore.About about) {
        var note = stored.invoice();
        var language = stored.snapshot().language();
        var claim = about.claim();
        var head = new InvoiceFacts.Head(
                Long.toString(note.numbering().number()),
                note.issuedOn(),
                Optional.empty(),
                language,
                Optional.of(new InvoiceFacts.Credited(Long.toString(claim.number()), claim.issuedOn())),
                about.reason());
        var lines = about.lines().stream()
                .map(credited -> line(credited.line(), credited.vatAmount(), language))
                .toList();
        return facts(stored, head, lines, Money.zero(claim.total().currency()));
    }

    private static InvoiceFacts facts(
            InvoiceStore.Stored stored, InvoiceFacts.Head head, List<InvoiceFacts.Line> lines, Money prepaid) {
        var snapshot = stored.snapshot();
        var fields = snapshot.seller();
        var payment = new InvoiceFacts.Payment(
                stored.invoice().numbering().ocr().digits(),
                value(fields, BillingField.BANKGIRO).map(BankgiroNumber::new),
                value(fields, BillingField.PLUSGIRO).map(PlusgiroNumber::new),
                value(fields, BillingField.IBAN));
        return new InvoiceFacts(head, seller(fields), buyer(snapshot.recipient()), lines, prepaid, payment);
    }

    private static InvoiceFacts.Seller seller(Map<BillingField, String> fields) {
        var address = value(fields, BillingField.STREET)
                .map(street -> new InvoiceFacts.Address(
                        street,
                        value(fields, BillingField.POSTAL_CODE).orElse(""),
                        value(fields, BillingField.CITY).orElse("")));
        return new InvoiceFacts.Seller(
                value(fields, BillingField.NAME).orElse(""),
                value(fields, BillingField.ORGANISATION_NUMBER).map(OrganisationNumber::new),
                value(fields, BillingField.VAT_NUMBER),
                address);
    }

    private static InvoiceFacts.Buyer buyer(InvoiceSnapshot.Recipient recipient) {
        return new InvoiceFacts.Buyer(
                recipient.name(),
                address(recipient.addressLines()),
                recipient.buyerReference().orElseGet(() -> Long.toString(recipient.memberNumber())));
    }

    /** The lines of the envelope end in street and place, where there is an address. */
    private static Optional<InvoiceFacts.Address> address(List<String> lines) {
        var last = lines.size() - 1;
        var place = PLACE.matcher(last < 1 ? "" : lines.get(last));
        return place.matches()
                ? Optional.of(new InvoiceFacts.Address(lines.get(last - 1), place.group(1), place.group(2)))
                : Optional.empty();
    }

    private static InvoiceFacts.Line line(InvoiceLine line, Money vatAmount, String language) {
        return new InvoiceFacts.Line(
                line.what().text(),
                line.isWords(),
                line.quantity(),
                line.what().measure(),
                line.amount(),
                line.terms().vat(),
                vatAmount,
                Letters.exemption(line, language));
    }

    private static Optional<String> value(Map<BillingField, String> fields, BillingField field) {
        return Optional.ofNullable(fields.get(field));
    }
}

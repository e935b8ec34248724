package se.aviso.dispatch.peppol;

import com.helger.ubl21.UBL21Marshaller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import se.aviso.kernel.PeppolAddress;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;

/** An invoice (380) or a credit note (381) of Peppol BIS Billing 3.0, written as UBL 2.1. */
final class UblDocument {
    private static final String CUSTOMISATION =
            "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private final InvoiceFacts facts;
    private final PeppolAddress to;
    private final List<Message.Attachment> attachments;
    private final Rows rows;
    private final Sums sums;

    private UblDocument(InvoiceFacts facts, PeppolAddress to, List<Message.Attachment> attachments)
            throws UnwritableException {
        this.facts = facts;
        this.to = to;
        this.attachments = attachments;
        this.rows = Rows.of(facts);
        this.sums = new Sums(facts);
    }

    /** The document as bytes of XML. */
    static byte[] write(InvoiceFacts facts, PeppolAddress to, List<Message.Attachment> attachments)
            throws UnwritableException {
        requireCharacters(facts);
        var document = new UblDocument(facts, to, attachments);
        var bytes = facts.head().credits().isPresent()
                ? UBL21Marshaller.creditNote().setUseSchema(false).getAsBytes(document.creditNote())
                : UBL21Marshaller.invoice().setUseSchema(false).getAsBytes(document.invoice());
        if (bytes == null) {
            throw new UnwritableException("The document cannot be written as UBL 2.1.");
        }
        return bytes;
    }

    private InvoiceType invoice() throws UnwritableException {
        var head = facts.head();
        var invoice = new InvoiceType();
        invoice.setCustomizationID(CUSTOMISATION);
        invoice.setProfileID(PROFILE);
        invoice.setID(head.number());
        invoice.setIssueDate(head.issuedOn());
        head.dueOn().ifPresent(invoice::setDueDate);
        invoice.setInvoiceTypeCode("380");
        note().ifPresent(invoice::addNote);
        invoice.setDocumentCurrencyCode(sums.currency());
        invoice.setBuyerReference(facts.buyer().reference());
        Parts.attachments(attachments).forEach(invoice::addAdditionalDocumentReference);
        invoice.setAccountingSupplierParty(Parts.seller(facts.seller()));
        invoice.setAccountingCustomerParty(Parts.buyer(facts.buyer(), to));
        if (facts.payable().isPositive()) {
            Parts.means(facts.payment()).forEach(invoice::addPaymentMeans);
        }
        invoice.addTaxTotal(sums.tax());
        invoice.setLegalMonetaryTotal(sums.total());
        for (var at = 0; at < rows.rows().size(); at++) {
            invoice.addInvoiceLine(invoiceLine(at + 1, rows.rows().get(at)));
        }
        return invoice;
    }

    private InvoiceLineType invoiceLine(int number, Rows.Row row) {
        var line = new InvoiceLineType();
        line.setID(Integer.toString(number));
        note(row.note()).ifPresent(line::addNote);
        line.setInvoicedQuantity(row.quantity()).setUnitCode(row.unit());
        line.setLineExtensionAmount(Rows.amount(row.net())).setCurrencyID(sums.currency());
        line.setItem(Sums.item(row));
        line.setPrice(sums.price(row));
        return line;
    }

    private CreditNoteType creditNote() throws UnwritableException {
        var head = facts.head();
        var credited = head.credits().orElseThrow();
        var note = new CreditNoteType();
        note.setCustomizationID(CUSTOMISATION);
        note.setProfileID(PROFILE);
        note.setID(head.number());
        note.setIssueDate(head.issuedOn());
        note.setCreditNoteTypeCode("381");
        note().ifPresent(note::addNote);
        note.setDocumentCurrencyCode(sums.currency());
        note.setBuyerReference(facts.buyer().reference());
        note.addBillingReference(reference(credited));
        Parts.attachments(attachments).forEach(note::addAdditionalDocumentReference);
        note.setAccountingSupplierParty(Parts.seller(facts.seller()));
        note.setAccountingCustomerParty(Parts.buyer(facts.buyer(), to));
        note.addPaymentTerms(terms(credited, head.language()));
        note.addTaxTotal(sums.tax());
        note.setLegalMonetaryTotal(sums.total());
        for (var at = 0; at < rows.rows().size(); at++) {
            note.addCreditNoteLine(creditLine(at + 1, rows.rows().get(at)));
        }
        return note;
    }

    private static BillingReferenceType reference(InvoiceFacts.Credited credited) {
        var invoice = new DocumentReferenceType();
        invoice.setID(credited.number());
        invoice.setIssueDate(credited.issuedOn());
        var reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(invoice);
        return reference;
    }

    /** A credit note has no due day, and one of the two must be said (BR-CO-25). */
    private static PaymentTermsType terms(InvoiceFacts.Credited credited, String language) {
        var terms = new PaymentTermsType();
        var said = (language.equals("en") ? "Credits invoice " : "Krediterar faktura ") + credited.number();
        terms.addNote(new NoteType(said));
        return terms;
    }

    private CreditNoteLineType creditLine(int number, Rows.Row row) {
        var line = new CreditNoteLineType();
        line.setID(Integer.toString(number));
        note(row.note()).ifPresent(line::addNote);
        line.setCreditedQuantity(row.quantity()).setUnitCode(row.unit());
        line.setLineExtensionAmount(Rows.amount(row.net())).setCurrencyID(sums.currency());
        line.setItem(Sums.item(row));
        line.setPrice(sums.price(row));
        return line;
    }

    /** One note and no more is allowed on a document. */
    private Optional<NoteType> note() {
        var said = Stream.of(facts.head().note(), rows.words())
                .filter(text -> !text.isBlank())
                .toList();
        return note(String.join("\n", said));
    }

    private static Optional<NoteType> note(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new NoteType(text));
    }

    /** What XML cannot carry would be left out without a word, so that the document would say something else. */
    private static void requireCharacters(InvoiceFacts facts) throws UnwritableException {
        var texts = Stream.of(
                        Stream.of(
                                facts.head().number(),
                                facts.head().note(),
                                facts.seller().name(),
                                facts.buyer().name(),
                                facts.buyer().reference()),
                        Stream.concat(facts.seller().address().stream(), facts.buyer().address().stream())
                                .flatMap(at -> Stream.of(at.street(), at.postalCode(), at.city())),
                        facts.lines().stream()
                                .flatMap(line -> Stream.concat(Stream.of(line.text()), line.exemption().stream())))
                .flatMap(each -> each);
        if (!texts.allMatch(UblDocument::isWritable)) {
            throw new UnwritableException("The document holds signs that no XML can carry.");
        }
    }

    private static boolean isWritable(String text) {
        return text.codePoints()
                .allMatch(sign -> sign == '\n'
                        || sign == '\t'
                        || (sign >= ' ' && sign <= 0xD7FF)
                        || (sign >= 0xE000 && sign <= 0xFFFD)
                        || sign >= 0x10000);
    }
}

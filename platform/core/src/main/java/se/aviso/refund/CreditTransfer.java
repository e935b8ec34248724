package se.aviso.refund;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;

/**
 * The file by which a bank is told to pay (ISO 20022, pain.001.001.03), as Swedish banks read it: a bankgiro is paid
 * through clearing number 9900 with the scheme BGNR, a plusgiro through 9960 and an account through its own, both as
 * BBAN (Svensk gemensam tolkning av ISO 20022, appendix 1).
 *
 * <p>The same order always gives the same bytes: a bank tells a file that comes twice by its message id.
 */
public final class CreditTransfer {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;

    private CreditTransfer() {}

    /** Who pays, from which account, on which day. */
    public record Order(String messageId, LocalDateTime madeAt, Debtor debtor, LocalDate on, List<Payment> payments) {
        public Order {
            payments = List.copyOf(payments);
            if (payments.isEmpty()) {
                throw new IllegalArgumentException("a file without a payment");
            }
        }
    }

    /** The one who pays. */
    public record Debtor(String name, String organisationNumber, GiroNumber account) {
        public Debtor {
            if (account.kind() == GiroNumber.Kind.SWISH) {
                throw new IllegalArgumentException("a bank pays from an account, not from " + account);
            }
        }
    }

    /**
     * One payment.
     *
     * @param reference by which the bank's answer names it, at most 35 characters
     */
    public record Payment(String reference, Money amount, String payee, PayeeAccount account, String text) {}

    /** The bytes of the file, UTF-8. */
    public static byte[] write(Order order) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new Writer(xml).document(order);
            xml.close();
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static Money total(Order order) {
        return order.payments().stream()
                .map(Payment::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** The elements, in the order of the schema. */
    private record Writer(XMLStreamWriter xml) {
        void document(Order order) throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            open("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            open("CstmrCdtTrfInitn");
            header(order);
            open("PmtInf");
            information(order);
            for (var payment : order.payments()) {
                payment(payment);
            }
            close();
            close();
            close();
            xml.writeEndDocument();
        }

        private void header(Order order) throws XMLStreamException {
            open("GrpHdr");
            text("MsgId", order.messageId());
            text(
                    "CreDtTm",
                    order.madeAt().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
            text("NbOfTxs", Integer.toString(order.payments().size()));
            text("CtrlSum", total(order).toDecimal());
            open("InitgPty");
            party(order.debtor());
            close();
            close();
        }

        private void information(Order order) throws XMLStreamException {
            text("PmtInfId", order.messageId());
            text("PmtMtd", "TRF");
            text("BtchBookg", "true");
            text("NbOfTxs", Integer.toString(order.payments().size()));
            text("CtrlSum", total(order).toDecimal());
            open("PmtTpInf");
            coded("SvcLvl", "NURG");
            coded("CtgyPurp", "SUPP");
            close();
            text("ReqdExctnDt", order.on().toString());
            open("Dbtr");
            party(order.debtor());
            close();
            debtorAccount(order.debtor().account());
            open("DbtrAgt");
            open("FinInstnId");
            close();
            close();
            text("ChrgBr", "SLEV");
        }

        private void party(Debtor debtor) throws XMLStreamException {
            text("Nm", cut(debtor.name(), LONGEST_NAME));
            if (!debtor.organisationNumber().isEmpty()) {
                open("Id");
                open("OrgId");
                open("Othr");
                text("Id", debtor.organisationNumber().replace("-", ""));
                close();
                close();
                close();
            }
        }

        private void debtorAccount(GiroNumber account) throws XMLStreamException {
            open("DbtrAcct");
            open("Id");
            switch (account.kind()) {
                case IBAN -> text("IBAN", account.digits());
                case BANKGIRO -> other(account.digits(), "Prtry", "BGNR");
                case PLUSGIRO -> other(account.digits(), "Cd", "BBAN");
                case SWISH -> throw new IllegalStateException("no account: " + account);
            }
            close();
            text("Ccy", "SEK");
            close();
        }

        private void payment(Payment payment) throws XMLStreamException {
            open("CdtTrfTxInf");
            open("PmtId");
            text("InstrId", payment.reference());
            text("EndToEndId", payment.reference());
            close();
            open("Amt");
            xml.writeStartElement("InstdAmt");
            xml.writeAttribute("Ccy", payment.amount().currency().getCurrencyCode());
            xml.writeCharacters(payment.amount().toDecimal());
            close();
            close();
            creditor(payment);
            open("RmtInf");
            text("Ustrd", cut(payment.text(), LONGEST_TEXT));
            close();
            close();
        }

        private void creditor(Payment payment) throws XMLStreamException {
            var account = payment.account();
            if (account.kind() != PayeeAccount.Kind.IBAN) {
                open("CdtrAgt");
                open("FinInstnId");
                open("ClrSysMmbId");
                coded("ClrSysId", "SESBA");
                text("MmbId", account.clearing());
                close();
                close();
                close();
            }
            open("Cdtr");
            text("Nm", cut(payment.payee(), LONGEST_NAME));
            open("PstlAdr");
            text("Ctry", "SE");
            close();
            close();
            open("CdtrAcct");
            open("Id");
            switch (account.kind()) {
                case IBAN -> text("IBAN", account.digits());
                case BANKGIRO -> other(account.bare(), "Prtry", "BGNR");
                case PLUSGIRO, ACCOUNT -> other(account.bare(), "Cd", "BBAN");
            }
            close();
            close();
        }

        private void other(String id, String scheme, String name) throws XMLStreamException {
            open("Othr");
            text("Id", id);
            open("SchmeNm");
            text(scheme, name);
            close();
            close();
        }

        private void coded(String element, String code) throws XMLStreamException {
            open(element);
            text("Cd", code);
            close();
        }

        private void open(String element) throws XMLStreamException {
            xml.writeStartElement(element);
        }

        private void close() throws XMLStreamException {
            xml.writeEndElement();
        }

        private void text(String element, String text) throws XMLStreamException {
            open(element);
            xml.writeCharacters(text);
            close();
        }

        private static String cut(String text, int most) {
            return text.length() <= most ? text : text.substring(0, most);
        }
    }
}

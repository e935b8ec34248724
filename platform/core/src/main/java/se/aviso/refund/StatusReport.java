package se.aviso.refund;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.aviso.kernel.RuleViolation;

/**
 * A bank's answer to a file of payments (ISO 20022, pain.002): first whether it can be read, later what became of each.
 *
 * @param messageId that of the file which is answered
 * @param all what is said of all of it, for those that are not named
 * @param each what is said of single payments
 */
public record StatusReport(String messageId, Optional<Said> all, List<Answer> each) {
    public StatusReport {
        each = List.copyOf(each);
    }

    /** What became of a payment. */
    public enum Verdict {
        /** The bank has it and goes on with it. */
        UNDER_WAY,
        /** The money has left the account. */
        DONE,
        /** It is not carried out. */
        REFUSED
    }

    /** A verdict, and the bank's code of why; empty where it gives none. */
    public record Said(Verdict verdict, String reason) {}

    /** What is said of one payment, by the reference that it had in the file. */
    public record Answer(String reference, Said said) {}

    /** What is said of the payment of that reference; empty where nothing is. */
    public Optional<Said> of(String reference) {
        return each.stream()
                .filter(answer -> answer.reference().equals(reference))
                .map(Answer::said)
                .findFirst()
                .or(() -> all);
    }

    /**
     * Reads a report.
     *
     * @throws RuleViolation when the bytes are no such report
     */
    public static StatusReport read(byte[] bytes) {
        try {
            var xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            var report = new Reader(xml).report();
            xml.close();
            return report;
        } catch (XMLStreamException | IllegalStateException unreadable) {
            throw RuleViolation.of("refund-answer-unreadable", Map.of());
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Optional<Verdict> verdict(String status) {
        return switch (status) {
            case "RJCT", "CANC" -> Optional.of(Verdict.REFUSED);
            case "ACSC", "ACCC" -> Optional.of(Verdict.DONE);
            case "RCVD", "PDNG", "ACTC", "ACCP", "ACSP", "ACWC" -> Optional.of(Verdict.UNDER_WAY);
            default -> Optional.empty(); // PART says only that the payments are told one by one
        };
    }

    /** Walks the elements; what is said of a payment stands before what is said of its group, and of all. */
    private static final class Reader {
        private final XMLStreamReader xml;
        private final List<Answer> answers = new ArrayList<>();
        private String messageId = "";
        private Optional<Said> all = Optional.empty();
        private String reference = "";
        private String status = "";
        private String reason = "";
        private boolean ofPayment;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        StatusReport report() throws XMLStreamException {
            var seen = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        seen |= xml.getLocalName().equals("CstmrPmtStsRpt");
                        begun(xml.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> ended(xml.getLocalName());
                    default -> {
                        continue;
                    }
                }
            }
            if (!seen || messageId.isEmpty()) {
                throw RuleViolation.of("refund-answer-unreadable", Map.of());
            }
            return new StatusReport(messageId, all, answers);
        }

        private void begun(String element) throws XMLStreamException {
            switch (element) {
                case "OrgnlMsgId" -> messageId = text();
                case "TxInfAndSts" -> {
                    ofPayment = true;
                    reference = "";
                    status = "";
                    reason = "";
                }
                case "OrgnlEndToEndId" -> reference = text();
                case "GrpSts", "PmtInfSts", "TxSts" -> status = text();
                case "Cd" -> reason = ofPayment || reason.isEmpty() ? text() : reason;
                default -> {
                    return;
                }
            }
        }

        private void ended(String element) {
            switch (element) {
                case "OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts" -> said().ifPresent(said -> all = Optional.of(said));
                case "TxInfAndSts" -> {
                    said().filter(any -> !reference.isEmpty())
                            .ifPresent(said -> answers.add(new Answer(reference, said)));
                    ofPayment = false;
                    status = "";
                    reason = "";
                }
                default -> {
                    return;
                }
            }
        }

        private Optional<Said> said() {
            return verdict(status).map(verdict -> new Said(verdict, reason));
        }

        private String text() throws XMLStreamException {
            return xml.getElementText().strip();
        }
    }
}

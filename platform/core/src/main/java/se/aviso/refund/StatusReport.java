package se.aviso.refund;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** A status and its reason, as they are read; the first reason is the bank's own, and none of its text is kept. */
    private static final class Words {
        private String status = "";
        private String reason = "";

        Optional<Said> said() {
            return verdict(status).map(verdict -> new Said(verdict, reason));
        }

        /** What is said of a payment of these; where nothing is said of it alone, what is said of its group. */
        Optional<Said> saidWithin(Words group) {
            return said().or(() ->
                    group.said().map(of -> new Said(of.verdict(), reason.isEmpty() ? of.reason() : reason)));
        }
    }

    /**
     * Walks the elements; what is said of a payment stands before what is said of its group, and of all. A code is a
     * reason only where it stands as one: banks repeat the order itself, which is full of codes.
     */
    private static final class Reader {
        private final XMLStreamReader xml;
        private final List<Answer> answers = new ArrayList<>();
        private final Deque<String> path = new ArrayDeque<>();
        private String messageId = "";
        private Optional<Said> all = Optional.empty();
        private Words group = new Words();
        private Words payment = new Words();
        private String reference = "";
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
                    case XMLStreamConstants.END_ELEMENT -> {
                        path.poll();
                        ended(xml.getLocalName());
                    }
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
            var isReason = "Rsn".equals(path.peek());
            switch (element) {
                case "OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts" -> group = new Words();
                case "TxInfAndSts" -> {
                    payment = new Words();
                    reference = "";
                    ofPayment = true;
                }
                default -> {
                    if (text(element, isReason)) {
                        return; // it is read to its end
                    }
                }
            }
            path.push(element);
        }

        /** Reads the text of the elements that say something; false for all others. */
        private boolean text(String element, boolean isReason) throws XMLStreamException {
            var words = ofPayment ? payment : group;
            switch (element) {
                case "OrgnlMsgId" -> messageId = text();
                case "OrgnlEndToEndId" -> reference = text();
                case "OrgnlInstrId" -> reference = reference.isEmpty() ? text() : text(reference);
                case "GrpSts", "PmtInfSts", "TxSts" -> words.status = text();
                case "Cd", "Prtry" -> {
                    if (!isReason) {
                        return false;
                    }
                    words.reason = words.reason.isEmpty() ? text() : text(words.reason);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void ended(String element) {
            switch (element) {
                case "OrgnlGrpInfAndSts", "OrgnlPmtInfAndSts" ->
                    group.said().ifPresent(said -> all = Optional.of(said));
                case "TxInfAndSts" -> {
                    ofPayment = false;
                    payment.saidWithin(group)
                            .filter(any -> !reference.isEmpty())
                            .ifPresent(said -> answers.add(new Answer(reference, said)));
                }
                default -> {
                    return;
                }
            }
        }

        private String text() throws XMLStreamException {
            return xml.getElementText().strip();
        }

        /** Passes over a text, for another stands before it. */
        private String text(String before) throws XMLStreamException {
            text();
            return before;
        }
    }
}

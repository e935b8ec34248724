package se.aviso.app.invoice;

import java.util.Optional;
import java.util.UUID;
import se.aviso.dispatch.Channel;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.Money;

/**
 * What bulk work would come to for one of its recipients, found without issuing anything.
 *
 * @param subject the membership, invoice or period
 * @param reason the code of why nothing would come, or of what that which comes must do without; else empty
 * @param paper the document that would come; empty where none does
 */
public record Foreseen(UUID subject, Verdict verdict, Optional<String> reason, Optional<Paper> paper) {
    /** The verdicts, what needs a person first; the order is the code in the database. */
    public enum Verdict {
        /** Nothing can come before somebody mends something. */
        BLOCKED,
        COMES,
        /** Nothing is due. */
        PASSED_OVER
    }

    /** The documents that can come; the order is the code in the database. */
    public enum Kind {
        CLAIM,
        OFFER,
        REMINDER
    }

    /**
     * A document.
     *
     * @param channel empty when nothing is sent
     * @param amount its total; of a reminder what is open
     */
    public record Paper(Kind kind, Optional<Channel> channel, Money amount) {
        static Paper of(InvoiceOrder order) {
            var draft = order.draft();
            var kind = draft.kind() == InvoiceKind.OFFER ? Kind.OFFER : Kind.CLAIM;
            return new Paper(kind, order.delivery().channel(), draft.total());
        }
    }

    /** Something comes, with a document or, as when a period ends, without. */
    public static Foreseen comes(UUID subject, Optional<Paper> paper) {
        return new Foreseen(subject, Verdict.COMES, Optional.empty(), paper);
    }

    /** A document comes; where a code is given, without what the policy wants and somebody can mend. */
    public static Foreseen comes(UUID subject, Paper paper, Optional<String> without) {
        return new Foreseen(subject, Verdict.COMES, without, Optional.of(paper));
    }

    /** Nothing can come for that reason. */
    public static Foreseen blocked(UUID subject, String code) {
        return new Foreseen(subject, Verdict.BLOCKED, Optional.of(code), Optional.empty());
    }

    /** Nothing is due for that reason. */
    public static Foreseen passedOver(UUID subject, String code) {
        return new Foreseen(subject, Verdict.PASSED_OVER, Optional.of(code), Optional.empty());
    }
}

package se.aviso.app.template;

import java.util.UUID;
import se.aviso.app.document.DocumentData;
import se.aviso.pagewriter.Fit;

/**
 * A document that is as hard to fit on its page as any.
 *
 * @param group whose document it is
 * @param subject the group's name, a member's or an invoice's number
 * @param data what stands on it
 */
public record WorstCase(Reason reason, UUID group, String subject, DocumentData data, Fit fit) {
    /** What is hard about it. */
    public enum Reason {
        LONGEST_SELLER,
        LONGEST_NAME,
        LONGEST_ADDRESS,
        PROTECTED_IDENTITY,
        MOST_LINES,
        LONGEST_TEXTS,
        /** A slip and both codes at its foot. */
        FULL_FOOT,
        /** A reminder whose interest was reckoned over many half years. */
        LONGEST_BASIS,
        /** A hundred rows. */
        MANY_PAGES,
        /** A seller with an IBAN and no giro, and both codes. */
        IBAN_ALONE
    }

    /** The language that it is in. */
    public DocumentData.Language language() {
        return data.form().language();
    }

    /** True when something reaches into something else. */
    public boolean isCrowded() {
        return fit.crowded();
    }
}

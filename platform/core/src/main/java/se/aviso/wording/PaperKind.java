package se.aviso.wording;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of documents that a group can word; what each must say by law it says of itself. */
public enum PaperKind {
    FIRST,
    RENEWAL,
    /** A renewal that the credit balance has paid whole. */
    RENEWAL_COVERED,
    OFFER,
    ONE_OFF,
    /** A reminder that asks for no more than the invoice. */
    REMINDER1,
    /** A reminder with a fee or interest. */
    REMINDER2,
    /** A reminder that was taken back. */
    CORRECTION,
    CREDIT_NOTE,
    OFFER_WITHDRAWN,
    RECEIPT,
    STATEMENT;

    /** True of documents that come level by level, and may say on each what they say on no other. */
    public boolean hasLevels() {
        return this == REMINDER1 || this == REMINDER2;
    }

    /** True of documents that are sent; the others are fetched. */
    public boolean isSent() {
        return this != RECEIPT && this != STATEMENT;
    }

    /** What can be worded of it: of what is not sent, only what stands on the document. */
    public List<WordingField> fields() {
        return Stream.of(WordingField.values())
                .filter(field -> isSent() || field.isOnPaper())
                .toList();
    }
}

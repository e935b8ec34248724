package se.aviso.payment;

import java.util.Collection;

/** Why a document is suggested for a payment, or cannot take it. The order is the code in the database. */
public enum Evidence {
    /** The document's own reference was given. */
    REFERENCE(60),
    /** The reference was given with one slip. */
    SLIPPED_DIGIT(45),
    /** The account has paid for the member before. */
    SAME_ACCOUNT(40),
    /** The reference of another of the member's documents was given, such as last year's. */
    FORMER_REFERENCE(40),
    /** The document's number stands in the text. */
    INVOICE_NUMBER(35),
    /** The member's number stands in the text. */
    MEMBER_NUMBER(35),
    /** The payer has the member's name. */
    PAYER_NAME(35),
    /** The member's name stands in the text. */
    NAME_IN_TEXT(30),
    /** The payer, or the text, has the member's family name alone. */
    FAMILY_NAME(15),
    /** What waits is exactly what is open. */
    SAME_AMOUNT(30),
    /** More waits than is open. */
    MORE_THAN_OPEN(0),
    /** Less waits than is open. */
    LESS_THAN_OPEN(0),
    /** It was credited and cannot be paid. */
    CREDITED(0),
    /** It is paid already. */
    SETTLED(0),
    /** The offer has lapsed. */
    LAPSED(0),
    /** The offer was withdrawn. */
    WITHDRAWN(0),
    WRITTEN_OFF(0),
    /** It is in another currency. */
    OTHER_CURRENCY(0),
    /** Together with others of the member it is exactly what waits. */
    ADDS_UP(30),
    /** The organisation has paid for the member before, from whichever account. */
    SAME_ORGANISATION(25);

    private final int weight;

    Evidence(int weight) {
        this.weight = weight;
    }

    /** How much it is guessed to speak for the document, while a tenant's own decisions tell nothing. */
    int weight() {
        return weight;
    }

    /** These reasons together as one number: a bit for each. */
    @SuppressWarnings("EnumOrdinal") // the order is the code in the database
    static long pattern(Collection<Evidence> reasons) {
        return reasons.stream().mapToLong(reason -> 1L << reason.ordinal()).reduce(0, (all, bit) -> all | bit);
    }

    /** True when the document cannot take the payment. */
    public boolean forbids() {
        return switch (this) {
            case CREDITED, SETTLED, LAPSED, WITHDRAWN, WRITTEN_OFF, OTHER_CURRENCY -> true;
            case REFERENCE,
                    SLIPPED_DIGIT,
                    SAME_ACCOUNT,
                    FORMER_REFERENCE,
                    INVOICE_NUMBER,
                    MEMBER_NUMBER,
                    PAYER_NAME,
                    NAME_IN_TEXT,
                    FAMILY_NAME,
                    SAME_AMOUNT,
                    MORE_THAN_OPEN,
                    LESS_THAN_OPEN,
                    ADDS_UP,
                    SAME_ORGANISATION -> false;
        };
    }

    /** True when it speaks for the document. */
    public boolean favours() {
        return weight > 0;
    }
}

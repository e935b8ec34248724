package se.aviso.it.matrix;

/** What an id in a route can be the id of. */
enum Thing {
    GROUP,
    MEMBER,
    /** Somebody who logs in as a member. */
    OWN_MEMBER,
    /** A member who can be erased, over REST. */
    SPARE_MEMBER,
    /** The same, by a page. */
    LEAVING_MEMBER,
    /** A member who was erased. */
    ERASED_MEMBER,
    INVOICE,
    /** An invoice that is not paid. */
    OPEN_INVOICE,
    /** The invoice of somebody who logs in as a member. */
    OWN_INVOICE,
    /** What opens an invoice without log-in. */
    LINK,
    /** What opens the one that is not paid. */
    OPEN_LINK,
    PAYMENT,
    /** A payment that settles nothing yet. */
    WAITING_PAYMENT,
    ALLOCATION,
    /** What is kept of a payment for somebody. */
    KEPT_SURPLUS,
    /** Money that the bank has taken off. */
    DEDUCTION,
    /** So much of it is so much of a payment. */
    CHARGE_BACK,
    /** What an invoice took of a credit balance. */
    CREDIT_USE,
    /** Money that is to be paid back. */
    REFUND,
    /** What comes from a payer is for a member. */
    PAYMENT_RULE,
    /** A file by which a bank was told to pay back. */
    REFUND_EXPORT,
    /** What is booked. */
    ENTRY,
    /** Books that were closed. */
    CLOSING,
    /** What has left for the general ledger. */
    BOOKS_EXPORT,
    /** An examination of the books. */
    BOOKS_CHECK,
    BANK_FILE,
    /** A file that is read and not booked. */
    REHEARSED_FILE,
    /** A file that is there to be put away. */
    SPARE_FILE,
    RUN,
    SIMULATION,
    /** One that is there to be thrown away. */
    SPARE_SIMULATION,
    /** A search that is shared in the group. */
    SAVED_SEARCH,
    /** One that is there to be removed. */
    SPARE_SEARCH,
    DISPATCH,
    GRANT,
    /** A grant that is there to be taken back. */
    SPARE_GRANT,
    USER,
    TYPE,
    /** A price of the group that nobody was invoiced by. */
    PRICE,
    /** One that is there to be taken away. */
    SPARE_PRICE,
    PRODUCT,
    /** An invoice that is being written. */
    DRAFT,
    /** One that is there to be issued or thrown away. */
    SPARE_DRAFT,
    /** Drafts that were written together. */
    BATCH,
    /** Some that are there to be issued or thrown away. */
    SPARE_BATCH,
    /** The member's belonging to the group. */
    MEMBERSHIP,
    /** What a membership need not pay. */
    CONCESSION,
    /** A move whose day has not come. */
    TRANSFER,
    /** What keeps an invoice from being reminded of. */
    STOP,
    /** The same for all that a member owes. */
    PAYER_STOP,
    /** A file that went to a collector. */
    COLLECTOR_EXPORT,
    TENANT,
    /** A server that bank files are fetched from. */
    BANK_SERVER,
    /** One that is there to be removed. */
    SPARE_SERVER,
    /** A file with a section that is nobody's. */
    SHARED_FILE,
    /** The route names no thing. */
    NOTHING;

    /** What it is a part of; most are a part of nothing. */
    Thing whole() {
        return switch (this) {
            case LINK -> INVOICE;
            case OPEN_LINK -> OPEN_INVOICE;
            case ALLOCATION -> PAYMENT;
            case KEPT_SURPLUS -> WAITING_PAYMENT;
            case CHARGE_BACK -> DEDUCTION;
            case CREDIT_USE -> OPEN_INVOICE;
            case CONCESSION, TRANSFER -> MEMBERSHIP;
            case MEMBER, OWN_MEMBER -> GROUP;
            case STOP -> INVOICE;
            case PAYER_STOP -> MEMBER;
            default -> this;
        };
    }
}

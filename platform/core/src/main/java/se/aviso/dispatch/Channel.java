package se.aviso.dispatch;

/** A way out of the house, and how a member wants documents; the order is the code in the database. */
public enum Channel {
    EMAIL,
    LETTER,
    /** A text to a mobile telephone; the document is behind a link. */
    SMS,
    /** The member's own pages; nothing leaves the house. */
    MY_PAGES,
    /**
     * Organisations alone: an invoice that their machines read. It carries claims and credit notes, and nothing else.
     */
    PEPPOL;

    /** True where the document itself is sent, and not a link that opens it. */
    public boolean carriesDocument() {
        return switch (this) {
            case EMAIL, LETTER, PEPPOL -> true;
            case SMS, MY_PAGES -> false;
        };
    }

    /** True where the document goes where it says itself: the address in its window is that of the envelope. */
    public boolean readsAddressOnDocument() {
        return this == LETTER;
    }

    /** True where people read what comes: reminders and offers are for them alone. */
    public boolean isForPeople() {
        return this != PEPPOL;
    }

    /** True where a test can be sent to somebody: My pages send nothing, and by Peppol a test would be an invoice. */
    public boolean carriesTests() {
        return this != MY_PAGES && this != PEPPOL;
    }

    /** True where a text goes out beside the document or instead of it: it holds a link of its own. */
    public boolean carriesLink() {
        return switch (this) {
            case EMAIL, SMS -> true;
            case LETTER, MY_PAGES, PEPPOL -> false;
        };
    }
}

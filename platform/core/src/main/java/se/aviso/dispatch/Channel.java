package se.aviso.dispatch;

/** A way out of the house, and how a member wants documents; the order is the code in the database. */
public enum Channel {
    EMAIL,
    LETTER,
    /** A text to a mobile telephone; the document is behind a link. */
    SMS,
    /** The member's own pages; nothing leaves the house. */
    MY_PAGES;

    /** True where the document itself is sent, and not a link that opens it. */
    public boolean carriesDocument() {
        return switch (this) {
            case EMAIL, LETTER -> true;
            case SMS, MY_PAGES -> false;
        };
    }

    /** True where a text goes out beside the document or instead of it: it holds a link of its own. */
    public boolean carriesLink() {
        return switch (this) {
            case EMAIL, SMS -> true;
            case LETTER, MY_PAGES -> false;
        };
    }
}

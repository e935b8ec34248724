package se.aviso.dispatch;

/** Why a document would have no place to go. */
public enum Unreached {
    /** Nothing is known of the person that any channel goes to. */
    NO_ADDRESS("no-address"),
    /** There is a postal address alone, and the post would find nobody there. */
    BAD_POSTAL_ADDRESS("no-usable-address"),
    /** No channel that is switched on goes to what is known. */
    NO_CHANNEL("no-channel-there");

    private final String code;

    Unreached(String code) {
        this.code = code;
    }

    /** As it stands in previews and problems. */
    public String code() {
        return code;
    }
}

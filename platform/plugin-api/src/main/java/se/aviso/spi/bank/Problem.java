package se.aviso.spi.bank;

/**
 * Something wrong, or worth knowing, at a place in a file.
 *
 * @param code stable, upper case, such as {@code BAD_AMOUNT}
 * @param text one sentence in English for the person who has to mend it; no personal data
 */
public record Problem(Severity severity, String code, String text, Place place) {
    /** What a problem means for the file. */
    public enum Severity {
        /** Worth knowing; the file is booked all the same. */
        NOTE,
        /** The file cannot be trusted: nothing of it is booked. */
        FATAL
    }

    /** Worth knowing. */
    public static Problem note(String code, String text, Place place) {
        return new Problem(Severity.NOTE, code, text, place);
    }

    /** The file cannot be trusted. */
    public static Problem fatal(String code, String text, Place place) {
        return new Problem(Severity.FATAL, code, text, place);
    }
}

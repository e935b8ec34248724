package se.aviso.app.payment;

import java.util.Optional;

/** The name of a handed-in file, without the folders and signs that a client may have put into it. */
public final class FileName {
    private static final int LONGEST = 200;
    private static final String NAMELESS = "bank-file";

    private FileName() {}

    /**
     * The bare name of what a client says; browsers write a quotation mark and the ends of lines as if in an address.
     */
    public static String of(Optional<String> given) {
        var bare = given.orElse("")
                .replace("%22", "\"")
                .replaceAll("%0[AD]|\\p{Cntrl}", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        var shown = bare.isEmpty() ? NAMELESS : bare;
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }
}

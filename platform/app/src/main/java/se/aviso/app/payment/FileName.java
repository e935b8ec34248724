package se.aviso.app.payment;

import java.util.Optional;

/** The name of a handed-in file, without the folders and signs that a client may have put into it. */
public final class FileName {
    private static final int LONGEST = 200;
    private static final String NAMELESS = "bank-file";

    private FileName() {}

    /** The bare name of what a client says. */
    public static String of(Optional<String> given) {
        var bare = given.orElse("")
                .replaceAll("\\p{Cntrl}", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        var shown = bare.isEmpty() ? NAMELESS : bare;
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }
}

package se.aviso.app.security;

import java.util.regex.Pattern;

/** A page to which a log-in may lead: one of ours, whatever stood in the address. */
final class ReturnPath {
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private ReturnPath() {}

    /** The path itself, or the start page when a browser could take it for another site. */
    static String of(String path) {
        var one = path.replaceFirst("^/+", "/");
        return OURS.matcher(one).matches() ? one : "/";
    }
}

package se.aviso.kernel;

import java.util.regex.Pattern;

/** How people's writing of numbers becomes bare digits. */
final class Digits {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\u00a0-]");

    private Digits() {}

    /** Drops hyphens, blanks and leading zeros. */
    static String ofGiro(String text) {
        return LEADING_ZEROS.matcher(bare(text)).replaceFirst("");
    }

    /** Drops hyphens and blanks. */
    static String bare(String text) {
        return Luhn.isDigits(text) ? text : BETWEEN.matcher(text).replaceAll("");
    }
}

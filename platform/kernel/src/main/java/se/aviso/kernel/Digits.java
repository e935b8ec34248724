package se.aviso.kernel;

/** How people's writing of numbers becomes bare digits. */
final class Digits {
    private Digits() {}

    /** Drops hyphens, blanks and leading zeros. */
    static String ofGiro(String text) {
        return bare(text).replaceFirst("^0+", "");
    }

    /** Drops hyphens and blanks. */
    static String bare(String text) {
        return text.replaceAll("[\\s\u00a0-]", "");
    }
}

package se.aviso.app.tenancy;

/**
 * All texts that begin with a prefix, as a range of a C-collated column: the form that an index can use under row-level
 * security.
 *
 * @param from the first text in the range
 * @param to the first text behind it
 */
public record PrefixRange(String from, String to) {
    /** Of a prefix that is not empty. */
    public static PrefixRange of(String prefix) {
        var at = prefix.offsetByCodePoints(prefix.length(), -1);
        return new PrefixRange(prefix, prefix.substring(0, at) + Character.toString(next(prefix.codePointAt(at))));
    }

    /** Surrogates are no characters, so the next one stands behind them. */
    private static int next(int character) {
        var next = character + 1;
        return next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
    }
}

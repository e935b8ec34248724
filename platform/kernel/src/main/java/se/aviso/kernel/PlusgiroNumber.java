package se.aviso.kernel;

import java.util.regex.Pattern;

/** A Plusgirot number: two to eight digits, the last a Luhn check digit; written {@code 28 65 43-4}. */
public record PlusgiroNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{1,7}");

    public PlusgiroNumber {
        if (!FORM.matcher(digits).matches() || !Luhn.isValid(digits)) {
            throw new IllegalArgumentException("not a plusgiro number: " + digits);
        }
    }

    /** Reads a number as people and files write it: hyphen, blanks and leading zeros are dropped. */
    public static PlusgiroNumber parse(String text) {
        return new PlusgiroNumber(Digits.ofGiro(text));
    }

    @Override
    public String toString() {
        var payload = digits.substring(0, digits.length() - 1);
        var written = new StringBuilder();
        for (var i = 0; i < payload.length(); i++) {
            if (i > 0 && (payload.length() - i) % 2 == 0) {
                written.append(' ');
            }
            written.append(payload.charAt(i));
        }
        return written.append('-').append(digits.charAt(digits.length() - 1)).toString();
    }
}

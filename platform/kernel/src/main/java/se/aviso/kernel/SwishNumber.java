package se.aviso.kernel;

import java.util.regex.Pattern;

/** A company's or association's Swish number: ten digits that begin with 123. */
public record SwishNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("123[0-9]{7}");

    public SwishNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a Swish number of an organisation: " + digits);
        }
    }

    /** Reads a number as people write it: blanks and hyphens are dropped. */
    public static SwishNumber parse(String text) {
        return new SwishNumber(Digits.bare(text));
    }

    @Override
    public String toString() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6, 8) + " "
                + digits.substring(8);
    }
}

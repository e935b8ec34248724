package se.aviso.kernel;

import java.util.regex.Pattern;

/**
 * A Swedish organisation number: ten digits, the third at least 2, the last a Luhn check digit; {@code 802002-1234}.
 */
public record OrganisationNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}[2-9][0-9]{7}");

    public OrganisationNumber {
        if (!FORM.matcher(digits).matches() || !Luhn.isValid(digits)) {
            throw new IllegalArgumentException("not an organisation number: " + digits);
        }
    }

    /** Reads a number as people write it, with or without hyphen and the century prefix 16. */
    public static OrganisationNumber parse(String text) {
        var digits = Digits.bare(text);
        return new OrganisationNumber(digits.length() == 12 && digits.startsWith("16") ? digits.substring(2) : digits);
    }

    @Override
    public String toString() {
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }
}

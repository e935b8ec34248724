package se.aviso.kernel;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** An international bank account number, checked modulus 97-10 (ISO 13616); a Swedish one has 24 characters. */
public record Iban(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    public Iban {
        if (!FORM.matcher(value).matches()
                || (value.startsWith("SE") && value.length() != 24)
                || remainder(value) != 1) {
            throw new IllegalArgumentException("not an IBAN: " + value);
        }
    }

    /** Reads an IBAN as people write it, in groups and in either case. */
    public static Iban parse(String text) {
        return new Iban(Digits.bare(text).toUpperCase(Locale.ROOT));
    }

    private static int remainder(String iban) {
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }

    @Override
    public String toString() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }
}

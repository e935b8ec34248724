package se.aviso.kernel;

import java.util.regex.Pattern;

/** A Bankgirot number: seven or eight digits, the last a Luhn check digit; written {@code 991-2346}. */
public record BankgiroNumber(String digits) {
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{6,7}");

    public BankgiroNumber {
        if (!SHAPE.matcher(digits).matches() || !Luhn.isValid(digits)) {
            throw new IllegalArgumentException("not a bankgiro number: " + digits);
        }
    }

    /** Reads a number as people and files write it: hyphen, blanks and leading zeros are dropped. */
    public static BankgiroNumber parse(String text) {
        return new BankgiroNumber(Digits.ofGiro(text));
    }

    @Override
    public String toString() {
        var hyphen = digits.length() - 4;
        return digits.substring(0, hyphen) + "-" + digits.substring(hyphen);
    }
}

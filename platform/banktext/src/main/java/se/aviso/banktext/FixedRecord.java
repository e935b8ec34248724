package se.aviso.banktext;

import java.util.Optional;
import java.util.OptionalLong;
import se.aviso.kernel.Luhn;
import se.aviso.spi.bank.Place;

/**
 * One record, filled up with blanks to 80 positions.
 *
 * @param overlong true when something stands after the 80th position that is neither blank nor a record of its own
 */
public record FixedRecord(String text, Place place, boolean overlong) {
    private static final long LARGEST = 9_999_999_999_999L;

    /** The number of positions of every record. */
    public static final int LENGTH = 80;

    /** The two characters that say what the record is. */
    public String type() {
        return text.substring(0, 2);
    }

    /** The field between two positions, counted from 1, both included, as it stands. */
    public String field(int first, int last) {
        return text.substring(first - 1, last);
    }

    /** The field without the blanks around it. */
    public String trimmed(int first, int last) {
        return field(first, last).strip();
    }

    /**
     * The field as a number; blanks may stand before it, never in or after it. One of more than 13 digits without its
     * leading zeros is none: a hundred billion kronor are no payment, and sums of such fit into nothing.
     */
    public OptionalLong number(int first, int last) {
        var digits = field(first, last).stripLeading();
        if (digits.isEmpty() || !Luhn.isDigits(digits)) {
            return OptionalLong.empty();
        }
        var number = Long.parseLong(digits);
        return number > LARGEST ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** The field as a number, where a field left blank is none at all. */
    public OptionalLong numberOrZero(int first, int last) {
        return field(first, last).isBlank() ? OptionalLong.of(0) : number(first, last);
    }

    /** The digits of a zero-filled field without its zeros; empty when nothing else stands there. */
    public Optional<String> significant(int first, int last) {
        var field = trimmed(first, last);
        var zeros = 0;
        while (zeros < field.length() && field.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros == field.length() ? Optional.empty() : Optional.of(field.substring(zeros));
    }

    /** True when it says nothing. */
    public boolean isBlank() {
        return text.isBlank() && !overlong;
    }

    /** True when a character stands in it that is no text. */
    public boolean hasControlCharacter() {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) == 0x7f) {
                return true;
            }
        }
        return false;
    }
}

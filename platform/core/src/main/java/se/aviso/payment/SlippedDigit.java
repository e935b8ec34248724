package se.aviso.payment;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import se.aviso.kernel.Luhn;

/**
 * The references that a payer may have meant who slipped once: one digit wrong, lost or too many, or two neighbours
 * swapped. Only a right check digit makes one, so there are few; they are for a person to see, never booked.
 */
public final class SlippedDigit {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 25;

    private final String digits;
    private final Set<String> meant = new LinkedHashSet<>();

    private SlippedDigit(String digits) {
        this.digits = digits;
    }

    /** What may have been meant, without leading zeros; nothing when the text holds anything but some digits. */
    public static Set<String> meantBy(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || !Luhn.isDigits(text)) {
            return Set.of();
        }
        var slip = new SlippedDigit(text);
        for (var at = 0; at <= text.length(); at++) {
            slip.lost(at);
            if (at < text.length()) {
                slip.wrong(at);
                slip.tooMany(at);
                slip.swapped(at);
            }
        }
        slip.meant.remove(ReferenceWords.withoutLeadingZeros(text));
        return Collections.unmodifiableSet(slip.meant);
    }

    private void wrong(int at) {
        for (var digit = '0'; digit <= '9'; digit++) {
            addIfReference(digits.substring(0, at) + digit + digits.substring(at + 1));
        }
    }

    private void lost(int at) {
        for (var digit = '0'; digit <= '9'; digit++) {
            addIfReference(digits.substring(0, at) + digit + digits.substring(at));
        }
    }

    private void tooMany(int at) {
        addIfReference(digits.substring(0, at) + digits.substring(at + 1));
    }

    private void swapped(int at) {
        if (at + 1 < digits.length()) {
            addIfReference(
                    digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2));
        }
    }

    private void addIfReference(String candidate) {
        if (Luhn.isValid(candidate)) {
            meant.add(ReferenceWords.withoutLeadingZeros(candidate));
        }
    }
}

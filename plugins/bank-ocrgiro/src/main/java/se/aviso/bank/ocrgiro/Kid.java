package se.aviso.bank.ocrgiro;

import se.aviso.kernel.Luhn;

/**
 * The payer's reference (kundeidentifikasjon): 2 to 25 digits, of which the last checks the others by modulus 10 or 11;
 * by modulus 11 it may be a hyphen.
 */
final class Kid {
    private static final int LONGEST = 25;
    private static final int LARGEST_WEIGHT = 7;

    private Kid() {}

    /** True when the check digit is right by one of the two. */
    static boolean isRight(String text) {
        if (text.length() < 2 || text.length() > LONGEST) {
            return false;
        }
        return Luhn.isValid(text) || isRightByEleven(text);
    }

    private static boolean isRightByEleven(String text) {
        var payload = text.substring(0, text.length() - 1);
        var last = text.charAt(text.length() - 1);
        return Luhn.isDigits(payload) && last == checkByEleven(payload);
    }

    /** Weights 2 to 7 from the right, again and again; what would be ten is written as a hyphen. */
    private static char checkByEleven(String payload) {
        var sum = 0;
        var weight = 2;
        for (var at = payload.length() - 1; at >= 0; at--) {
            sum += (payload.charAt(at) - '0') * weight;
            weight = weight == LARGEST_WEIGHT ? 2 : weight + 1;
        }
        var check = (11 - sum % 11) % 11;
        return check == 10 ? '-' : (char) ('0' + check);
    }
}

package se.aviso.kernel;

/** The modulus-10 check of OCR references, giro numbers and identity numbers (ISO/IEC 7812-1, annex B). */
public final class Luhn {
    private Luhn() {}

    /** True when the last digit is the check digit of those before it; false for anything but two or more digits. */
    public static boolean isValid(String digits) {
        return digits.length() >= 2 && isDigits(digits) && sum(digits, 1) % 10 == 0;
    }

    /**
     * The digit, 0 to 9, that makes the payload valid when put after it.
     *
     * @throws IllegalArgumentException when the payload is empty or holds anything but digits
     */
    public static int checkDigit(String payload) {
        if (payload.isEmpty() || !isDigits(payload)) {
            throw new IllegalArgumentException("not digits: " + payload);
        }
        return (10 - sum(payload, 2) % 10) % 10;
    }

    /** True when the text holds only the digits 0 to 9; digits of other scripts do not count. */
    public static boolean isDigits(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int sum(String digits, int lastWeight) {
        var sum = 0;
        var weight = lastWeight;
        for (var i = digits.length() - 1; i >= 0; i--) {
            var product = (digits.charAt(i) - '0') * weight;
            sum += product > 9 ? product - 9 : product;
            weight = 3 - weight;
        }
        return sum;
    }
}

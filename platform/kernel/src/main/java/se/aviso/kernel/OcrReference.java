package se.aviso.kernel;

/**
 * The digits that a payer gives so that the payment finds its invoice (OCR-nummer); not the invoice number.
 *
 * <p>Two to twenty-five digits, the last a Luhn check digit (Bankgirot's rules for references). Leading zeros count.
 */
public record OcrReference(String digits) {
    /** The length of every reference we issue: one length, with length digit, passes all four control levels. */
    public static final int ISSUED_LENGTH = 12;

    public OcrReference {
        if (!isReference(digits)) {
            throw new IllegalArgumentException("not an OCR reference: " + digits);
        }
    }

    /** True when the digits can be a reference: 2 to 25 of them with a right check digit. */
    public static boolean isReference(String digits) {
        return digits.length() <= 25 && Luhn.isValid(digits);
    }

    /**
     * The reference for the given serial number of a giro number: zero-filled serial, length digit, check digit.
     *
     * @param serial 1 or more, at most ten digits
     */
    public static OcrReference ofSerial(long serial) {
        var payloadLength = ISSUED_LENGTH - 2;
        var payload = String.format("%0" + payloadLength + "d", serial);
        if (serial < 1 || payload.length() > payloadLength) {
            throw new IllegalArgumentException("no OCR reference for serial " + serial);
        }
        var withLength = payload + ISSUED_LENGTH % 10;
        return new OcrReference(withLength + Luhn.checkDigit(withLength));
    }

    /** The reference without leading zeros, as banks that strip them report it. */
    public String withoutLeadingZeros() {
        var firstOther = 0;
        while (firstOther < digits.length() - 1 && digits.charAt(firstOther) == '0') {
            firstOther++;
        }
        return digits.substring(firstOther);
    }

    @Override
    public String toString() {
        return digits;
    }
}

package se.aviso.bank.camt;

import java.math.BigInteger;
import java.util.regex.Pattern;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.OcrReference;

/**
 * A structured creditor reference ({@code CdtrRefInf/Ref}): an OCR reference, or an international one that begins with
 * {@code RF} (ISO 11649). Files mark both as {@code SCOR}, so the text itself decides.
 */
final class CreditorReference {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final Pattern INTERNATIONAL = Pattern.compile("[Rr][Ff][0-9]{2}[A-Za-z0-9]{1,21}");

    private CreditorReference() {}

    /** Without the blanks that people write between groups; any other text stays as it is. */
    static String compact(String text) {
        var bare = text.replace(" ", "");
        return Luhn.isDigits(bare) || isInternational(bare) ? bare : text;
    }

    /** True when the check digits are right. */
    static boolean isRight(String text) {
        return isInternational(text) ? remainder(text) == 1 : OcrReference.isReference(text);
    }

    private static boolean isInternational(String text) {
        return INTERNATIONAL.matcher(text).matches();
    }

    private static int remainder(String text) {
        var digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}

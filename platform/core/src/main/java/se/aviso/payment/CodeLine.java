package se.aviso.payment;

import java.util.Optional;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;

/**
 * The line at the foot of a payment slip that giros' machines read: seventy-nine characters in OCR-B, ten to the inch.
 *
 * <p>Reference in 25 places, kronor in 8, öre in 2, the amount's check digit, giro number in 24 and the code of the
 * giro, each to the right of its places, with the signs that part them. Neither Bankgirot's nor Nordea's own layout was
 * at hand: this is where two independent implementations agree (the invoicing program Eutaxia, and a script for
 * MATLAB). So print it only after a test with the bank, which also says which code it wants.
 *
 * @param code two digits that name the giro
 */
public record CodeLine(OcrReference ocr, Money amount, GiroNumber giro, String code) {
    /** What the implementations print for bankgiro. */
    private static final String BANKGIRO = "41";

    /** What Eutaxia prints for plusgiro, after Nordea's description of OCR and Total IN; others print 08 or 16. */
    private static final String PLUSGIRO = "14";

    private static final int ORE = 100;
    private static final long MOST_KRONOR = 99_999_999;

    /** @throws IllegalArgumentException when the line has no room for it */
    public CodeLine {
        if (!has(amount) || !hasLine(giro) || !code.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("no line for " + giro.kind() + " and code " + code);
        }
    }

    /**
     * The line, where there is one: it takes kronor, more than none and less than a hundred million, and no account but
     * one of a giro.
     *
     * @param code what the payee's bank has asked for; else what is usual
     */
    public static Optional<CodeLine> of(
            OcrReference ocr, Money amount, Optional<GiroNumber> giro, Optional<String> code) {
        return giro.filter(number -> has(amount) && hasLine(number))
                .map(number -> new CodeLine(ocr, amount, number, code.orElseGet(() -> usual(number))));
    }

    private static boolean has(Money amount) {
        return amount.isPositive()
                && amount.currency().getCurrencyCode().equals("SEK")
                && amount.minorUnits() / ORE <= MOST_KRONOR;
    }

    private static boolean hasLine(GiroNumber giro) {
        return giro.kind() == GiroNumber.Kind.BANKGIRO || giro.kind() == GiroNumber.Kind.PLUSGIRO;
    }

    private static String usual(GiroNumber giro) {
        return giro.kind() == GiroNumber.Kind.BANKGIRO ? BANKGIRO : PLUSGIRO;
    }

    /** Whole kronor, as digits. */
    public String kronor() {
        return Long.toString(amount.minorUnits() / ORE);
    }

    /** What is left of them: two digits always, for 5 is not 50. */
    public String ore() {
        var rest = Long.toString(amount.minorUnits() % ORE);
        return rest.length() == 1 ? "0" + rest : rest;
    }

    /** The check digit of the amount: modulus 10 over kronor and öre without anything between. */
    public int check() {
        return Luhn.checkDigit(kronor() + ore());
    }

    /** The whole line. */
    public String text() {
        return "# " + right(ocr.digits(), 25) + " #" + right(kronor(), 8) + " " + ore() + "   " + check() + " > "
                + right(giro.digits(), 24) + "#" + code + "#    ";
    }

    private static String right(String digits, int width) {
        return " ".repeat(width - digits.length()) + digits;
    }
}

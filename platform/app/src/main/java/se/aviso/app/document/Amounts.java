package se.aviso.app.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import se.aviso.kernel.Money;

/** Amounts and rates as print shows them, alike in both languages: {@code −1 234,50} with no-break spaces. */
public final class Amounts {
    static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';

    private Amounts() {}

    /** Kronor and öre; the unit stands elsewhere. */
    public static String written(Money amount) {
        var ore = Math.abs(amount.minorUnits());
        var kronor = Long.toString(ore / 100);
        var text = new StringBuilder();
        if (amount.isNegative()) {
            text.append(MINUS);
        }
        for (var i = 0; i < kronor.length(); i++) {
            if (i > 0 && (kronor.length() - i) % 3 == 0) {
                text.append(NO_BREAK);
            }
            text.append(kronor.charAt(i));
        }
        return text.append(',').append(twoDigits(ore % 100)).toString();
    }

    /** A price that may have parts of an öre; as few decimals as it has, but two. */
    static String written(BigDecimal price) {
        var whole = price.abs().setScale(2, RoundingMode.DOWN);
        var text = written(Money.ore(whole.unscaledValue().longValueExact()));
        var further = price.abs().subtract(whole).stripTrailingZeros();
        var all = further.signum() == 0 ? text : text + further.toPlainString().substring(4);
        return price.signum() < 0 ? MINUS + all : all;
    }

    /** A quantity. */
    static String count(int quantity) {
        return quantity < 0 ? MINUS + Integer.toString(-quantity) : Integer.toString(quantity);
    }

    /** A rate in percent. */
    static String percent(int basisPoints) {
        return basisPoints / 100 + "" + NO_BREAK + "%";
    }

    /** A rate with its hundredths of a percent. */
    public static String points(int basisPoints) {
        return written(Money.ore(basisPoints)) + NO_BREAK + "%";
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}

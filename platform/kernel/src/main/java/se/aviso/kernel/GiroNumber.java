package se.aviso.kernel;

import java.util.Locale;

/**
 * A number that payers pay to: of either giro, of Swish, or the IBAN of the account itself; it belongs to one tenant.
 *
 * <p>Two numbers are the same only when kind and digits are.
 */
public record GiroNumber(Kind kind, String digits) {
    public GiroNumber {
        switch (kind) {
            case BANKGIRO -> new BankgiroNumber(digits);
            case PLUSGIRO -> new PlusgiroNumber(digits);
            case IBAN -> new Iban(digits);
            case SWISH -> new SwishNumber(digits);
        }
    }

    /** Which clearing keeps the number, or Swish; an IBAN is the account's own. */
    public enum Kind {
        BANKGIRO,
        PLUSGIRO,
        IBAN,
        SWISH
    }

    /** The given bankgiro number as a number to pay to. */
    public static GiroNumber of(BankgiroNumber number) {
        return new GiroNumber(Kind.BANKGIRO, number.digits());
    }

    /** The given plusgiro number as a number to pay to. */
    public static GiroNumber of(PlusgiroNumber number) {
        return new GiroNumber(Kind.PLUSGIRO, number.digits());
    }

    /** The given account as a number to pay to. */
    public static GiroNumber of(Iban account) {
        return new GiroNumber(Kind.IBAN, account.value());
    }

    /** The given Swish number as a number to pay to. */
    public static GiroNumber of(SwishNumber number) {
        return new GiroNumber(Kind.SWISH, number.digits());
    }

    /** Reads the text form of {@link #key}. */
    public static GiroNumber ofKey(String key) {
        var colon = key.indexOf(':');
        return new GiroNumber(Kind.valueOf(key.substring(0, colon).toUpperCase(Locale.ROOT)), key.substring(colon + 1));
    }

    /** The stable text form of keys: {@code bankgiro:9912346}. */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + digits;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case BANKGIRO -> new BankgiroNumber(digits).toString();
            case PLUSGIRO -> new PlusgiroNumber(digits).toString();
            case IBAN -> new Iban(digits).toString();
            case SWISH -> new SwishNumber(digits).toString();
        };
    }
}

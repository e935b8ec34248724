package se.aviso.refund;

import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.Iban;
import se.aviso.kernel.PlusgiroNumber;
import se.aviso.kernel.RuleViolation;

/**
 * Where a refund goes: a giro number, or a Swedish bank account with its clearing number before it.
 *
 * @param digits of a bank account the clearing number, four digits or, at Swedbank (8xxx), five, then a hyphen
 */
public record PayeeAccount(Kind kind, String digits) {
    private static final int ENDING = 7;
    private static final int TAIL = 4;

    /** What the number is of; the order is the code in the database. */
    public enum Kind {
        BANKGIRO,
        PLUSGIRO,
        /** Clearing number and account number. */
        ACCOUNT,
        IBAN
    }

    /**
     * Reads a number as people write it.
     *
     * @throws RuleViolation at {@code /account} when it is none of that kind
     */
    public static PayeeAccount read(Kind kind, String text) {
        try {
            return switch (kind) {
                case BANKGIRO ->
                    new PayeeAccount(kind, BankgiroNumber.parse(text).digits());
                case PLUSGIRO ->
                    new PayeeAccount(kind, PlusgiroNumber.parse(text).digits());
                case IBAN -> new PayeeAccount(kind, swedish(Iban.parse(text)));
                case ACCOUNT -> new PayeeAccount(kind, account(text));
            };
        } catch (IllegalArgumentException noNumber) {
            throw none(kind);
        }
    }

    /**
     * The account that a bank file names of a payer, where it says for itself what it is: an IBAN does, but the digits
     * of a giro may be a bankgiro's or a plusgiro's, and money must not go to another's.
     */
    public static Optional<PayeeAccount> named(String account) {
        try {
            return Optional.of(read(Kind.IBAN, account));
        } catch (RuleViolation anotherKind) {
            return Optional.empty();
        }
    }

    /** Kronor are sent within the country: another country's account needs another kind of payment. */
    private static String swedish(Iban iban) {
        if (!iban.value().startsWith("SE")) {
            throw new IllegalArgumentException("an account of another country: " + iban);
        }
        return iban.value();
    }

    private static RuleViolation none(Kind kind) {
        return switch (kind) {
            case BANKGIRO -> RuleViolation.at("/account", "refund-account-bankgiro", Map.of());
            case PLUSGIRO -> RuleViolation.at("/account", "refund-account-plusgiro", Map.of());
            case ACCOUNT -> RuleViolation.at("/account", "refund-account-account", Map.of());
            case IBAN -> RuleViolation.at("/account", "refund-account-iban", Map.of());
        };
    }

    /**
     * Clearing and account number with a hyphen between them: {@code 6789-123456789}. A fifth digit of the clearing
     * number is Swedbank's check digit, and is told apart only by the hyphen, so one is demanded.
     */
    private static String account(String text) {
        var written = text.strip().replaceAll("[\\s.]", "").replace('\u2013', '-');
        if (written.matches("8[0-9]{3}-[0-9]-[0-9]{5,10}")) {
            written = written.replaceFirst("-", "");
        }
        if (!written.matches("(?:[1-9][0-9]{3}|8[0-9]{4})-[0-9]{2,10}")) {
            throw new IllegalArgumentException("not an account: " + text);
        }
        return written;
    }

    /** The clearing number of the payee's bank: of giro numbers those that banks give to Bankgirot and Plusgirot. */
    String clearing() {
        return switch (kind) {
            case BANKGIRO -> "9900";
            case PLUSGIRO -> "9960";
            case ACCOUNT -> digits.substring(0, 4);
            case IBAN -> throw new IllegalStateException("an IBAN says itself which bank");
        };
    }

    /** The number without the clearing number. */
    String bare() {
        return kind == Kind.ACCOUNT ? digits.substring(digits.indexOf('-') + 1) : digits;
    }

    /**
     * True when it may be the same account: as IBAN it ends with the account number, filled up with zeros in front
     * (SS-EN ISO 13616, the Swedish BBAN). Banks differ in where the clearing number stands and how much of the account
     * number is left, so that of two bank accounts the last seven digits are compared.
     */
    public boolean mayBe(PayeeAccount other) {
        return equals(other) || (isOfABank() && other.isOfABank() && ending().equals(other.ending()));
    }

    private String ending() {
        return last(ENDING);
    }

    /** Four signs that all ways to write one account end with, a hyphen told as a nought: a store narrows by them. */
    public String tail() {
        return last(TAIL);
    }

    private String last(int signs) {
        var plain = digits.replace('-', '0');
        return plain.substring(Math.max(0, plain.length() - signs));
    }

    private boolean isOfABank() {
        return kind == Kind.ACCOUNT || kind == Kind.IBAN;
    }

    /** As people write it; empty once its year is over, when nobody may know it any more. */
    public String shown() {
        if (digits.isEmpty()) {
            return "";
        }
        return switch (kind) {
            case BANKGIRO -> new BankgiroNumber(digits).toString();
            case PLUSGIRO -> new PlusgiroNumber(digits).toString();
            case ACCOUNT -> digits;
            case IBAN -> new Iban(digits).toString();
        };
    }
}

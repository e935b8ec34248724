package se.aviso.statement;

import java.time.LocalDate;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;

/**
 * So much money that came in, or was kept for the payer before.
 *
 * @param paidOn the bank's day; of a credit balance that on which it was used
 */
public record Payment(LocalDate paidOn, Way way, Money amount) {
    /** Which way it came. */
    public enum Way {
        BANKGIRO,
        PLUSGIRO,
        /** To the account itself. */
        IBAN,
        SWISH,
        /** Out of what was kept for the payer. */
        CREDIT_BALANCE;

        /** The way of what comes to a number of that kind. */
        public static Way of(GiroNumber.Kind kind) {
            return switch (kind) {
                case BANKGIRO -> BANKGIRO;
                case PLUSGIRO -> PLUSGIRO;
                case IBAN -> IBAN;
                case SWISH -> SWISH;
            };
        }
    }
}

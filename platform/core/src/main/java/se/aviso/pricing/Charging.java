package se.aviso.pricing;

import java.util.Optional;

/**
 * How a membership type is charged beside its price list: who bills, whose the parts of the fee are, what late sign-ups
 * pay.
 *
 * @param pricedBy the plugin that has the last word on prices; empty where the list has
 */
public record Charging(BilledBy billedBy, Shares shares, LateSignUp lateSignUp, Optional<String> pricedBy) {
    /** The nearest group with an account bills, and keeps all; sign-ups pay the whole fee. */
    public static final Charging PLAIN =
            new Charging(BilledBy.NEAREST_ACCOUNT, Shares.NONE, LateSignUp.WHOLE, Optional.empty());

    /** The same, were that plugin to have the last word. */
    public Charging by(String plugin) {
        return new Charging(billedBy, shares, lateSignUp, Optional.of(plugin));
    }

    /** Whether the fees of district and federation are told apart, and how; the order is the code in the database. */
    public enum Shares {
        /** One fee, the seller's. */
        NONE,
        /** A fee of each level, on a line of its own. */
        OWN_LINES,
        /** A fee of each level, on one line. */
        ONE_LINE
    }
}

package se.aviso.dunning;

import se.aviso.kernel.Money;

/**
 * One level of reminders.
 *
 * @param afterDays from the due day of the claim to the reminder
 * @param fee that is claimed with it, nothing where none is; whether it may be is {@link ChargeGuard}'s to say
 * @param interest whether interest on arrears is claimed, and the reminder says so
 */
public record DunningLevel(int afterDays, Money fee, boolean interest) {
    public DunningLevel {
        if (afterDays < 0 || fee.isNegative()) {
            throw new IllegalArgumentException("a level after " + afterDays + " days with a fee of " + fee);
        }
    }

    /** A level that claims nothing more. */
    public static DunningLevel friendly(int afterDays) {
        return new DunningLevel(afterDays, Money.ore(0), false);
    }
}

package se.aviso.app.home;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import se.aviso.kernel.Money;

/** Amounts as charts have room for: in kronor, thousands or millions of them, by the largest. */
enum ChartWords {
    KRONOR(2),
    THOUSANDS(5),
    MILLIONS(8);

    private static final long ROOM = 10_000_00L;
    private static final BigDecimal WITHOUT_DECIMALS = BigDecimal.valueOf(100);

    /** How many digits stand behind the unit's point, öre included. */
    private final int digits;

    ChartWords(int digits) {
        this.digits = digits;
    }

    /** The unit in which amounts up to the most have few digits. */
    static ChartWords upTo(Money most) {
        if (most.minorUnits() < ROOM) {
            return KRONOR;
        }
        return most.minorUnits() < ROOM * 1_000 ? THOUSANDS : MILLIONS;
    }

    /** The amount in the unit; one decimal where there is room for it. */
    String write(Money amount, Locale language) {
        var value = BigDecimal.valueOf(amount.minorUnits(), digits);
        var format = NumberFormat.getNumberInstance(language);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(this == KRONOR || value.compareTo(WITHOUT_DECIMALS) >= 0 ? 0 : 1);
        return format.format(value);
    }
}

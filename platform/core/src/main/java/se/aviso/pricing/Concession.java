package se.aviso.pricing;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.Money;

/**
 * What one membership need not pay, and why: an honorary member, a free one, a discount. It counts for periods that
 * begin on its days.
 *
 * @param size whole percent from 1 to 100, or whole öre above nothing; 0 where all is free
 * @param reason as it stands on the invoice
 * @param lastDay included; empty while it has no end
 */
public record Concession(Kind kind, long size, String reason, LocalDate firstDay, Optional<LocalDate> lastDay) {
    private static final int WHOLE = 100;

    public Concession {
        var fits = switch (kind) {
            case FREE, HONORARY -> size == 0;
            case PERCENT -> size >= 1 && size <= WHOLE;
            case AMOUNT -> size >= 1;
        };
        if (!fits || reason.isBlank()) {
            throw new IllegalArgumentException(kind + " of " + size);
        }
    }

    /** What is let go; the order is the code in the database. */
    public enum Kind {
        /** Everything, entry fee included. */
        FREE,
        /** Everything, as an honour. */
        HONORARY,
        /** So many percent of the fee. */
        PERCENT,
        /** So much of the fee. */
        AMOUNT
    }

    /** True when it counts for a period that begins on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay)
                && lastDay.filter(last -> day.isAfter(last)).isEmpty();
    }

    /** True when nothing at all is to be paid. */
    public boolean isFree() {
        return kind == Kind.FREE || kind == Kind.HONORARY;
    }

    /** What it takes off a fee; never more than there is of it. */
    Money off(Money fee) {
        return switch (kind) {
            case FREE, HONORARY -> fee;
            case PERCENT -> fee.portion(size, WHOLE);
            case AMOUNT -> fee.min(new Money(size, fee.currency()));
        };
    }

    /** The rule that it is, for the line. */
    Explanation explained(Explanation before) {
        var last = lastDay.map(LocalDate::toString).orElse("");
        var first = firstDay.toString();
        return switch (kind) {
            case FREE, HONORARY -> before.and(Explanation.Rule.FREE, reason, first, last);
            case PERCENT -> before.and(Explanation.Rule.PERCENT_OFF, Long.toString(size), reason, first, last);
            case AMOUNT ->
                before.and(Explanation.Rule.AMOUNT_OFF, Money.ore(size).toDecimal(), reason, first, last);
        };
    }
}

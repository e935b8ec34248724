package se.aviso.simulation;

import se.aviso.kernel.Money;

/**
 * What a month comes to in a group.
 *
 * @param invoices claims that are issued, those that come of taken offers among them
 * @param offers offers that are sent
 * @param paid money that comes in
 * @param letters documents by letter
 * @param emails documents by e-mail
 */
public record MonthTally(
        long invoices,
        Money invoiced,
        long offers,
        long reminders,
        long lapses,
        Money paid,
        long letters,
        long emails) {
    private static final Money NOTHING = Money.ore(0);

    /** A month in which nothing happens. */
    public static final MonthTally EMPTY = new MonthTally(0, NOTHING, 0, 0, 0, NOTHING, 0, 0);

    /** Both together. */
    public MonthTally plus(MonthTally other) {
        return new MonthTally(
                invoices + other.invoices,
                invoiced.plus(other.invoiced),
                offers + other.offers,
                reminders + other.reminders,
                lapses + other.lapses,
                paid.plus(other.paid),
                letters + other.letters,
                emails + other.emails);
    }

    /** One claim more. */
    public static MonthTally invoice(Money total) {
        return new MonthTally(1, total, 0, 0, 0, NOTHING, 0, 0);
    }

    /** One offer more. */
    public static MonthTally offer() {
        return new MonthTally(0, NOTHING, 1, 0, 0, NOTHING, 0, 0);
    }

    /** One reminder more. */
    public static MonthTally reminder() {
        return new MonthTally(0, NOTHING, 0, 1, 0, NOTHING, 0, 0);
    }

    /** One lapse more. */
    public static MonthTally lapse() {
        return new MonthTally(0, NOTHING, 0, 0, 1, NOTHING, 0, 0);
    }

    /** So much more money. */
    public static MonthTally payment(Money amount) {
        return new MonthTally(0, NOTHING, 0, 0, 0, amount, 0, 0);
    }

    /** One document more that goes out. */
    public static MonthTally document(boolean byLetter) {
        return new MonthTally(0, NOTHING, 0, 0, 0, NOTHING, byLetter ? 1 : 0, byLetter ? 0 : 1);
    }

    /** What the documents cost to send. */
    public Money postage(Money letter, Money email) {
        return Money.ore(Math.addExact(
                Math.multiplyExact(letter.minorUnits(), letters), Math.multiplyExact(email.minorUnits(), emails)));
    }
}

package se.aviso.bank.camt;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.Place;

/**
 * What an entry says of itself before its details.
 *
 * @param reversal true when it takes back an earlier entry of the other direction
 * @param booked false for an entry that is only expected
 * @param reference the bank's own name of the entry, unique for the account on its day
 */
record EntryHead(
        Money amount,
        Direction direction,
        boolean reversal,
        boolean booked,
        LocalDate day,
        String reference,
        Element fields,
        Place place) {
    private static final int LONGEST_NAME = 100;
    private static final Set<String> EXPECTED = Set.of("PDNG", "INFO", "FUTR");
    private static final Set<String> NAMELESS = Set.of("NOTPROVIDED", "NONREF", "NOREF", "0");

    /** Reads the fields, or reports which of them makes no sense. */
    static Optional<EntryHead> of(Element fields, Account account, Report report, Place place) throws Refusal {
        var amount = fields.first("Amt").flatMap(Amounts::of);
        var direction = fields.text("CdtDbtInd").flatMap(Direction::of);
        var status = fields.text("Sts/Cd", "Sts").orElse("");
        var day = day(fields, account);
        var reference = reference(fields, account, place);
        require(amount.isPresent(), "BAD_AMOUNT", "the entry's amount makes no sense in its currency", report, place);
        require(direction.isPresent(), "BAD_INDICATOR", "the entry is neither credit nor debit", report, place);
        require(
                status.equals("BOOK") || EXPECTED.contains(status),
                "BAD_STATUS",
                "the entry's status is unknown",
                report,
                place);
        require(day.isPresent(), "BAD_DATE", "the entry's day makes no sense, or no day can be told", report, place);
        require(!isTooLong(reference), "BAD_REFERENCE", "the bank's reference of the entry is too long", report, place);
        if (amount.isEmpty() || direction.isEmpty() || day.isEmpty() || isTooLong(reference)) {
            return Optional.empty();
        }
        return Optional.of(new EntryHead(
                amount.get(),
                direction.get(),
                isReversal(fields),
                status.equals("BOOK"),
                day.get(),
                reference,
                fields,
                place));
    }

    private static void require(boolean right, String code, String text, Report report, Place place) throws Refusal {
        if (!right) {
            report.fatal(code, text, place);
        }
    }

    private static boolean isReversal(Element fields) {
        return fields.text("RvslInd")
                .filter(text -> text.equals("true") || text.equals("1"))
                .isPresent();
    }

    /** The booking day, else the value day, else the day of the statement; a day that is given must make sense. */
    private static Optional<LocalDate> day(Element fields, Account account) {
        var given = fields.text("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm");
        return given.isPresent() ? given.flatMap(Days::of) : account.made();
    }

    /** The bank's reference; where there is none, the entry's own number in a statement that has a name. */
    private static String reference(Element fields, Account account, Place place) {
        return name(fields, "AcctSvcrRef")
                .orElseGet(() ->
                        account.statement() + ":" + name(fields, "NtryRef").orElseGet(() -> "#" + place.record()));
    }

    /** The name at the first of those paths that holds one: some banks write that they have none. */
    static Optional<String> name(Element element, String... paths) {
        return Stream.of(paths)
                .flatMap(element::texts)
                .filter(text -> !NAMELESS.contains(text))
                .findFirst();
    }

    static boolean isTooLong(String name) {
        return name.length() > LONGEST_NAME;
    }

    /** True for money that came in, and for such money taken back. */
    boolean concernsMoneyIn() {
        return direction == Direction.CRDT || reversal;
    }

    /** What the bank kept of the whole entry. */
    long charges() {
        return Charges.of(fields, amount.currency());
    }

    long signed() {
        return direction.signed(amount.minorUnits());
    }
}

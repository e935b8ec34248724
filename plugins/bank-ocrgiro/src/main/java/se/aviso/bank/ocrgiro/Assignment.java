package se.aviso.bank.ocrgiro;

import java.util.List;
import java.util.Optional;
import se.aviso.banktext.Occurrences;
import se.aviso.banktext.Problems;
import se.aviso.banktext.Sections;
import se.aviso.kernel.GiroNumber;

/** What was paid to one account, between the start (20) and the end (88) of an assignment. */
final class Assignment {
    /** More than Norway pays in a day to any one account; a bound for the memory of one reading. */
    private static final int MOST_AMOUNTS = 2_000_000;

    private final GiroNumber account;
    private final Booking booking;
    private final Problems problems;
    private final Tally tally = new Tally();
    private Optional<OpenAmount> amount = Optional.empty();

    private Assignment(GiroNumber account, Booking booking, Problems problems) {
        this.account = account;
        this.booking = booking;
        this.problems = problems;
    }

    /**
     * Where amounts go, for all assignments of a file: two of them may be of one account and day.
     *
     * @param file what has been read of the whole file
     */
    record Booking(Sections sections, Occurrences occurrences, Tally file) {}

    /** Opens an assignment, or stops the reading when its account makes no sense. */
    static Optional<Assignment> open(NetsRecord record, Booking booking, Problems problems) {
        var account = NorwegianAccount.of(record.fields().field(25, 35));
        if (account.isEmpty()) {
            problems.stop("BAD_ACCOUNT", "the receiving account has not eleven digits", record.place());
        }
        return account.map(it -> new Assignment(it, booking, problems));
    }

    void take(NetsRecord record) {
        tally.countRecord();
        switch (record.type()) {
            case "20" -> {} // opened by it
            case "30" -> begin(record);
            case "31", "32" -> amount.ifPresentOrElse(open -> open.add(record, problems), () -> orphan(record));
            case "88" -> close(record);
            default -> {
                var text = "record type " + record.type() + " is unknown and passed over";
                problems.note("UNKNOWN_RECORD", text, record.place());
            }
        }
    }

    /** After an amount that could not be read, its further records are nobody's. */
    private void orphan(NetsRecord record) {
        if (tally.isReadWhole()) {
            problems.stop("ORPHAN_RECORD", "the record belongs to no amount (30)", record.place());
        }
    }

    private void begin(NetsRecord record) {
        bookAmount();
        if (tally.amounts() >= MOST_AMOUNTS) {
            problems.stop(
                    "LARGE_SECTION", "an assignment holds more than " + MOST_AMOUNTS + " amounts", record.place());
            return;
        }
        amount = OpenAmount.begin(record, problems);
        count(tally);
        count(booking.file());
    }

    private void count(Tally counted) {
        counted.countAmount();
        amount.ifPresentOrElse(open -> counted.add(open.signed()), counted::lackAmount);
    }

    private void bookAmount() {
        amount.ifPresent(this::book);
        amount = Optional.empty();
    }

    private void book(OpenAmount whole) {
        var group = new Sections.Group(List.of(account), account.digits(), whole.day(), OpenAmount.NOK);
        var number = whole.archiveNumber();
        var running = booking.occurrences().next(account.digits() + "|" + whole.day() + "|" + number);
        booking.sections().add(group, whole.toPayment(number + "-" + running), whole.isDeduction());
    }

    private void close(NetsRecord record) {
        bookAmount();
        booking.sections().close(record.place());
        DeclaredTotals.of(record).check(tally, problems);
    }
}

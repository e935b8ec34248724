package se.aviso.bank.totalin;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import se.aviso.banktext.Days;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Giros;
import se.aviso.banktext.Problems;
import se.aviso.banktext.SectionSum;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.SectionTotals;

/** An account between its start record (10) and its end record (90): one account, one day, one currency. */
final class OpenAccount {
    /** More than Sweden pays by giro in a day to any one account; a bound for the memory of one reading. */
    private static final int MOST_RECORDS = 2_000_000;

    private final Head head;
    private final PaymentBooking booking;
    private final Problems problems;
    private final SectionSum sum = new SectionSum();
    private Optional<OpenPayment> payment = Optional.empty();

    private OpenAccount(Head head, PaymentBooking booking, Problems problems) {
        this.head = head;
        this.booking = booking;
        this.problems = problems;
    }

    /** What the start record says. */
    record Head(String number, GiroNumber giro, LocalDate day, Currency currency) {}

    /** Opens an account, or stops the reading when its number, currency or day makes no sense. */
    static Optional<OpenAccount> open(FixedRecord record, PaymentBooking booking, Problems problems) {
        var number = record.trimmed(3, 38);
        var giro = Giros.plusgiro(number.replaceFirst("^0+", "").replaceAll("[ -]", ""))
                .or(() -> Giros.iban(number));
        var currency = currency(record.field(39, 41));
        var day = Days.of(record.field(42, 49));
        if (giro.isEmpty()) {
            problems.stop("BAD_ACCOUNT", "the receiving account is no plusgiro number and no IBAN", record.place());
        } else if (currency.isEmpty()) {
            problems.stop("BAD_CURRENCY", "the currency is none with two decimals", record.place());
        } else if (day.isEmpty()) {
            problems.stop("BAD_DATE", "the booking date is no day between 1980 and 2100", record.place());
        }
        return problems.stopped()
                ? Optional.empty()
                : Optional.of(new OpenAccount(
                        new Head(giro.get().digits(), giro.get(), day.get(), currency.get()), booking, problems));
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(it -> it.getDefaultFractionDigits() == 2);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    void take(FixedRecord record) {
        switch (record.type()) {
            case "20", "25" -> begin(record);
            case "90" -> close(record);
            default -> addToPayment(record);
        }
    }

    private void begin(FixedRecord record) {
        bookPayment();
        if (sum.records() >= MOST_RECORDS) {
            problems.stop("LARGE_SECTION", "an account holds more than " + MOST_RECORDS + " payments", record.place());
            return;
        }
        payment = OpenPayment.begin(record, head.currency(), problems);
        sum.count();
        if (payment.isPresent()
                && !sum.add(payment.get().amount(), payment.get().isDeduction())) {
            problems.stop("SECTION_SUM", "the account's payments exceed what a file can declare", record.place());
        }
    }

    private void addToPayment(FixedRecord record) {
        if (sum.records() == 0) {
            problems.stop("ORPHAN_RECORD", "the record belongs to no payment (20) or deduction (25)", record.place());
        }
        payment.ifPresent(open -> open.add(record));
    }

    private void bookPayment() {
        payment.ifPresent(whole -> booking.book(head, whole));
        payment = Optional.empty();
    }

    private void close(FixedRecord record) {
        bookPayment();
        booking.close(record.place());
        var count = record.number(3, 10);
        var total = record.number(11, 27);
        if (count.isEmpty()) {
            problems.fatal("BAD_COUNT", "the number of payments is no number", record.place());
        }
        if (total.isEmpty()) {
            problems.fatal("BAD_AMOUNT", "the account's total is no number", record.place());
        }
        if (count.isPresent() && total.isPresent()) {
            var net = new Money(total.getAsLong(), head.currency());
            sum.check(new SectionTotals(head.day(), head.number(), net, count.getAsLong(), record.place()), problems);
        }
    }
}

package se.aviso.bank.bgmax;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.banktext.SectionSum;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.SectionStart;

/** A section between its opening record (05) and its deposit record (15): one account, one deposit, one currency. */
final class OpenSection {
    /** More than Sweden pays by giro in a day to any one account; a bound for the memory of one reading. */
    private static final int MOST_RECORDS = 2_000_000;

    private static final Set<String> CURRENCIES = Set.of("SEK", "EUR");

    private final BankFileSink sink;
    private final Problems problems;
    private final Currency currency;
    private final RunningNumbers numbers = new RunningNumbers();
    private final SectionSum sum = new SectionSum();
    private Optional<OpenPayment> payment = Optional.empty();

    private OpenSection(BankFileSink sink, Problems problems, Currency currency) {
        this.sink = sink;
        this.problems = problems;
        this.currency = currency;
    }

    /** Opens a section in the sink, or stops the reading when account or currency make no sense. */
    static Optional<OpenSection> open(FixedRecord record, BankFileSink sink, Problems problems) {
        var accounts = ReceivingAccounts.read(record, problems);
        if (accounts.isEmpty()) {
            problems.stop("BAD_BANKGIRO", "the receiving bankgiro number is not valid", record.place());
            return Optional.empty();
        }
        if (!CURRENCIES.contains(record.field(23, 25))) {
            problems.stop("BAD_CURRENCY", "the currency is neither SEK nor EUR", record.place());
            return Optional.empty();
        }
        var currency = Currency.getInstance(record.field(23, 25));
        sink.sectionOpened(new SectionStart(accounts, currency, record.place()));
        return Optional.of(new OpenSection(sink, problems, currency));
    }

    void take(FixedRecord record) {
        switch (record.type()) {
            case "20", "21" -> begin(record);
            case "15" -> close(record);
            default -> addToPayment(record);
        }
    }

    private void begin(FixedRecord record) {
        emitPayment();
        if (sum.records() >= MOST_RECORDS) {
            problems.stop("LARGE_SECTION", "a section holds more than " + MOST_RECORDS + " payments", record.place());
            return;
        }
        payment = OpenPayment.begin(record, currency, problems);
        sum.count();
        if (payment.isPresent()
                && !sum.add(payment.get().amount(), payment.get().isDeduction())) {
            problems.stop("SECTION_SUM", "the section's payments exceed what a file can declare", record.place());
        }
    }

    private void addToPayment(FixedRecord record) {
        if (sum.records() == 0) {
            problems.stop("ORPHAN_RECORD", "the record belongs to no payment (20) or deduction (21)", record.place());
        }
        payment.ifPresent(open -> open.add(record));
    }

    private void emitPayment() {
        payment.ifPresent(whole -> whole.emit(numbers, sink));
        payment = Optional.empty();
    }

    private void close(FixedRecord record) {
        emitPayment();
        DepositRecord.read(record, currency, problems).ifPresent(totals -> {
            sum.check(totals, problems);
            sink.sectionClosed(totals);
        });
    }
}

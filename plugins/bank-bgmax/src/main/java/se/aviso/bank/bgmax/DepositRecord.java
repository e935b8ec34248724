package se.aviso.bank.bgmax;

import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import se.aviso.banktext.Days;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.SectionTotals;

/** Reads the deposit record (15): what the bank credited, when, and under which serial number. */
final class DepositRecord {
    private final FixedRecord record;
    private final Problems problems;
    private boolean sound = true;

    private DepositRecord(FixedRecord record, Problems problems) {
        this.record = record;
        this.problems = problems;
    }

    /** The totals, or nothing when a field makes no sense; then the reading has been stopped. */
    static Optional<SectionTotals> read(FixedRecord record, Currency currency, Problems problems) {
        return new DepositRecord(record, problems).read(currency);
    }

    private Optional<SectionTotals> read(Currency currency) {
        var day = Days.of(record.field(38, 45));
        require(day.isPresent(), "BAD_DATE", "the payment date is no day between 1980 and 2100");
        require(record.number(46, 50).isPresent(), "BAD_DEPOSIT_SERIAL", "the deposit serial number is no number");
        var net = required(record.number(51, 68), "BAD_AMOUNT", "the deposit amount is no number");
        require(record.field(69, 71).equals(currency.getCurrencyCode()), "BAD_CURRENCY", "not the section's currency");
        var count = required(record.number(72, 79), "BAD_COUNT", "the number of payments is no number");
        if (!sound) {
            problems.stop("BAD_TOTALS", "the deposit record (15) cannot be read", record.place());
            return Optional.empty();
        }
        var serial = record.field(46, 50).replace(' ', '0');
        return day.map(on -> new SectionTotals(on, serial, new Money(net, currency), count, record.place()));
    }

    private long required(OptionalLong number, String code, String otherwise) {
        require(number.isPresent(), code, otherwise);
        return number.orElse(0);
    }

    private void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            sound = false;
            problems.fatal(code, otherwise, record.place());
        }
    }
}

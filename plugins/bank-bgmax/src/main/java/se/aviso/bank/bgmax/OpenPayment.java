package se.aviso.bank.bgmax;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankPayment;

/** A payment (20) or deduction (21) whose further records (22 to 29) are still coming. */
final class OpenPayment {
    private static final int MOST_MESSAGES = 90;
    private static final int SERIAL_DIGITS = 12;

    private final FixedRecord record;
    private final Money amount;
    private final long serial;
    private final Problems problems;
    private final References references;
    private final PayerLines payer;
    private final List<String> messages = new ArrayList<>();

    private OpenPayment(FixedRecord record, Money amount, long serial, Problems problems) {
        this.record = record;
        this.amount = amount;
        this.serial = serial;
        this.problems = problems;
        this.references = new References(amount.currency(), problems);
        this.payer = new PayerLines(record, problems);
        references.addOwn(record);
    }

    /** Begins a payment, or reports that its amount or serial number cannot be read. */
    static Optional<OpenPayment> begin(FixedRecord record, Currency currency, Problems problems) {
        var amount = record.number(38, 55);
        var serial = record.numberOrZero(58, 69);
        if (amount.isEmpty()) {
            problems.fatal("BAD_AMOUNT", "the amount is no number", record.place());
        }
        if (serial.isEmpty()) {
            problems.fatal("BAD_SERIAL", "the serial number is no number", record.place());
        }
        return amount.isEmpty() || serial.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OpenPayment(record, new Money(amount.getAsLong(), currency), serial.getAsLong(), problems));
    }

    Money amount() {
        return amount;
    }

    boolean isDeduction() {
        return record.type().equals("21");
    }

    void add(FixedRecord further) {
        switch (further.type()) {
            case "22" -> references.addPart(further, 1);
            case "23" -> references.addPart(further, -1);
            case "25" -> addMessage(further);
            default -> payer.add(further);
        }
    }

    private void addMessage(FixedRecord further) {
        if (messages.size() < MOST_MESSAGES) {
            messages.add(further.field(3, 52).stripTrailing());
        } else {
            problems.stop("MANY_MESSAGES", "a payment has more than 90 message records (25)", further.place());
        }
    }

    /** Hands the payment over, whole, under a key that no other payment of the section has. */
    void emit(RunningNumbers numbers, BankFileSink sink) {
        var running = numbers.next(serial, isDeduction());
        var digits = Long.toString(serial);
        var key = "0".repeat(SERIAL_DIGITS - digits.length()) + digits + "-" + record.type() + "-" + running;
        var whole =
                new BankPayment(key, amount, references.mostCertainFirst(), messages, payer.toPayer(), record.place());
        if (isDeduction()) {
            sink.deduction(whole);
        } else {
            references.checkParts(amount, record.place());
            sink.payment(whole);
        }
    }
}

package se.aviso.bank.ocrgiro;

import static se.aviso.spi.bank.PaymentReference.Kind.CHECKED;
import static se.aviso.spi.bank.PaymentReference.Kind.FREE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.aviso.banktext.Problems;
import se.aviso.kernel.Luhn;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.BankPayment;
import se.aviso.spi.bank.Payer;
import se.aviso.spi.bank.PaymentReference;

/** An amount of which the first item (30) is read, and the second (31) and its text (32) are still coming. */
final class OpenAmount {
    static final Currency NOK = Currency.getInstance("NOK");
    private static final int MOST_MESSAGES = 1_000;

    private final NetsRecord first;
    private final LocalDate day;
    private final long amount;
    private final List<String> messages = new ArrayList<>();
    private Optional<String> payer = Optional.empty();

    private OpenAmount(NetsRecord first, LocalDate day, long amount) {
        this.first = first;
        this.day = day;
        this.amount = amount;
    }

    /** Begins an amount, or reports what of it cannot be read. */
    static Optional<OpenAmount> begin(NetsRecord record, Problems problems) {
        var day = record.day(16);
        var amount = amount(record);
        var serial = Luhn.isDigits(record.fields().field(22, 31)) && Luhn.isDigits(record.number());
        if (day.isEmpty()) {
            problems.fatal("BAD_DATE", "the day of the payment is none", record.place());
        }
        if (amount.isEmpty()) {
            problems.fatal("BAD_AMOUNT", "the amount is no number, or its sign is none", record.place());
        }
        if (!serial) {
            problems.fatal("BAD_SERIAL", "the number of the payment is none", record.place());
        }
        return day.isEmpty() || amount.isEmpty() || !serial
                ? Optional.empty()
                : Optional.of(new OpenAmount(record, day.get(), amount.getAsLong()));
    }

    private static OptionalLong amount(NetsRecord record) {
        var sign = record.fields().field(32, 32);
        return sign.equals("-") || sign.equals("0") ? record.fields().number(33, 49) : OptionalLong.empty();
    }

    LocalDate day() {
        return day;
    }

    /** True when the bank takes the amount back. */
    boolean isDeduction() {
        return first.fields().field(32, 32).equals("-");
    }

    /** In øre; less than nothing when the bank takes it back. */
    long signed() {
        return isDeduction() ? -amount : amount;
    }

    /** How Nets numbers the payment, on its day; what is taken back is told apart from what was paid. */
    String archiveNumber() {
        return first.fields().field(22, 31) + (isDeduction() ? "-T" : "-I");
    }

    void add(NetsRecord further, Problems problems) {
        if (!further.number().equals(first.number())) {
            problems.stop("ORPHAN_RECORD", "the record is of another amount than the one before it", further.place());
        } else if (further.type().equals("31")) {
            payer = further.fields().significant(48, 58);
        } else if (messages.size() >= MOST_MESSAGES) {
            problems.stop("MANY_MESSAGES", "an amount has more than " + MOST_MESSAGES + " texts (32)", further.place());
        } else if (!further.fields().field(16, 55).isBlank()) {
            messages.add(further.fields().field(16, 55).stripTrailing());
        }
    }

    /** The payment as a whole, under the given key. */
    BankPayment toPayment(String key) {
        var account = payer.map(it -> new Payer("", new Payer.Address("", "", "", ""), it, ""));
        return new BankPayment(key, new Money(amount, NOK), references(), messages, account, first.place());
    }

    /** The KID; where there is none, the payer's words. */
    private List<PaymentReference> references() {
        var kid = first.fields().trimmed(50, 74);
        if (!kid.matches("0*")) {
            return List.of(new PaymentReference(kid, Kid.isRight(kid) ? CHECKED : FREE, Optional.empty()));
        }
        return messages.stream()
                .map(text -> new PaymentReference(text.strip(), FREE, Optional.empty()))
                .toList();
    }
}

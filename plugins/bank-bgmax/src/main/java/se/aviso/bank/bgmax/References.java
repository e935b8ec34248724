package se.aviso.bank.bgmax;

import static se.aviso.spi.bank.PaymentReference.Kind.CHECKED;
import static se.aviso.spi.bank.PaymentReference.Kind.FREE;

import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.aviso.banktext.FixedRecord;
import se.aviso.banktext.Problems;
import se.aviso.banktext.SectionSum;
import se.aviso.kernel.Money;
import se.aviso.spi.bank.PaymentReference;
import se.aviso.spi.bank.PaymentReference.Kind;
import se.aviso.spi.bank.Place;

/**
 * The references of one payment: the one on its own record and those on its extra reference records (22 and 23).
 *
 * <p>The same text is kept once, as certain as its most certain mention and with the sum of its parts. A text that
 * holds several numbers stays as the payer wrote it.
 */
final class References {
    private static final int MOST = 10_000;

    private final Map<String, PaymentReference> byText = new LinkedHashMap<>();
    private final Currency currency;
    private final Problems problems;
    private int records;
    private long gross;
    private long net;

    References(Currency currency, Problems problems) {
        this.currency = currency;
        this.problems = problems;
    }

    /** Takes the reference of the payment itself; the amount there is the whole and no part. */
    void addOwn(FixedRecord record) {
        add(record, Optional.empty());
    }

    /** Takes an extra reference with its part, if it has one; the sign of a subtracted one is negative. */
    void addPart(FixedRecord record, int sign) {
        records++;
        var amount = record.numberOrZero(38, 55);
        if (records > MOST) {
            problems.stop("MANY_REFERENCES", "a payment has more than " + MOST + " references", record.place());
        } else if (amount.isEmpty() || amount.getAsLong() > SectionSum.LARGEST - gross) {
            problems.fatal("BAD_AMOUNT", "the part amount is no number or too large", record.place());
        } else {
            gross += amount.getAsLong();
            net += sign * amount.getAsLong();
            var part = new Money(sign * amount.getAsLong(), currency);
            add(record, Optional.of(part).filter(it -> sign < 0 || !it.isZero()));
        }
    }

    private void add(FixedRecord record, Optional<Money> part) {
        var text = record.trimmed(13, 37);
        if (!text.isEmpty()) {
            byText.merge(text, new PaymentReference(text, kind(record), part), References::together);
        }
    }

    private static Kind kind(FixedRecord record) {
        return switch (record.field(56, 56)) {
            case "2", "4" -> CHECKED;
            default -> FREE;
        };
    }

    private static PaymentReference together(PaymentReference first, PaymentReference again) {
        var kind = first.kind() == CHECKED ? CHECKED : again.kind();
        var part =
                Stream.of(first.part(), again.part()).flatMap(Optional::stream).reduce(Money::plus);
        return new PaymentReference(first.text(), kind, part);
    }

    /** Notes parts that do not add up to the payment. */
    void checkParts(Money whole, Place place) {
        if (gross > 0 && net != whole.minorUnits()) {
            problems.note("PART_SUM", "the parts of the payment's references do not add up to it", place);
        }
    }

    /** What the bank has checked first, then the rest; otherwise in the order of the file. */
    List<PaymentReference> mostCertainFirst() {
        return byText.values().stream()
                .sorted(Comparator.comparing(PaymentReference::kind))
                .toList();
    }
}

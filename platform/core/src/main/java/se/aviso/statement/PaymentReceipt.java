package se.aviso.statement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * The receipt (kvitto) for an invoice of which nothing is left to pay; its number is the invoice's.
 *
 * @param payments what came in for it and was not taken back, by day; never empty
 * @param kept so much of it was paid for what has been credited since, and is kept for the payer
 * @param givenUp so much of the invoice was never paid
 */
public record PaymentReceipt(List<Payment> payments, Money kept, GivenUp givenUp) {
    public PaymentReceipt {
        payments = List.copyOf(payments);
    }

    /**
     * What the seller asks for no more.
     *
     * @param writtenOff as a bad debt
     * @param rounded as the few öre that a payment lacked
     */
    public record GivenUp(Money writtenOff, Money rounded) {}

    /**
     * So much of a payment; below nothing where an earlier part is taken back.
     *
     * @param payment the payment's id: parts of one payment stand on one row
     */
    public record Part(UUID payment, Payment of) {}

    /**
     * The receipt for an invoice.
     *
     * @param parts what was allocated to the invoice and taken back from it
     * @param givenUp so much of what counts as credited is no credit note, and so much of what counts as received was
     *     not paid
     * @throws RuleViolation {@code conflict-not-paid} when something is left to pay, or nobody paid anything that was
     *     not credited
     */
    public static PaymentReceipt of(Settlement settlement, List<Part> parts, GivenUp givenUp) {
        if (!isFor(settlement)) {
            throw RuleViolation.of("conflict-not-paid", Map.of());
        }
        var payments = new LinkedHashMap<UUID, Payment>();
        parts.forEach(part -> payments.merge(part.payment(), part.of(), PaymentReceipt::together));
        return new PaymentReceipt(
                payments.values().stream()
                        .filter(payment -> !payment.amount().isZero())
                        .sorted(Comparator.comparing(Payment::paidOn))
                        .toList(),
                settlement.kept(),
                givenUp);
    }

    /** True when there is a receipt: nothing is left to pay, and somebody paid what was not credited since. */
    public static boolean isFor(Settlement settlement) {
        return settlement.open().isZero()
                && settlement.received().minus(settlement.kept()).isPositive();
    }

    private static Payment together(Payment a, Payment b) {
        return new Payment(a.paidOn(), a.way(), a.amount().plus(b.amount()));
    }

    /** All that was paid. */
    public Money paid() {
        return payments.stream().map(Payment::amount).reduce(Money::plus).orElseThrow();
    }

    /** The day of the last payment, by which all was paid. */
    public LocalDate paidOn() {
        return payments.get(payments.size() - 1).paidOn();
    }
}

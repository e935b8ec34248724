package se.aviso.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.credit.CreditUse;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;

/**
 * Whether all payments of a bank file can be taken back, because the file should not have been booked: a wrong one, or
 * a test.
 *
 * <p>It goes whole or not at all. What has gone on from a payment to where it cannot be fetched by a reversal hinders:
 * money that was paid back, a credit balance that was used, a claim that was credited after it was paid, a deduction
 * that was tied to the payment. Each is undone where it was done first.
 */
public final class FileUndoing {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private FileUndoing() {}

    /** Why a payment cannot be taken back yet. */
    public enum Obstacle {
        /** It was paid back, or is set aside for it: call the refund off, or say that it failed. */
        REFUNDED,
        /** A deduction of the bank is tied to it: undo the charge-back. */
        CHARGED_BACK,
        /** It was kept for a payer, whose credit balance was used since: take the balance back where it was used. */
        BALANCE_USED,
        /** The invoice was credited after it was paid, and the money is the payer's credit balance. */
        KEPT_FOR_PAYER
    }

    /** A payment that hinders, and how much of it. */
    public record Hindrance(PaymentId payment, Obstacle obstacle, Money amount) {}

    /** A credit balance in a currency. */
    public record Purse(CreditUse.Holder holder, String currency) {
        /** The balance that money of a payment went to. */
        public static Purse of(PaymentStand.Kept kept) {
            return new Purse(kept.holder(), kept.amount().currency().getCurrencyCode());
        }
    }

    /**
     * What hinders, payment by payment in their order; none when the file can be undone.
     *
     * @param stands all payments of the file that have money elsewhere than in suspense and on plain claims
     * @param balances what is in the credit balances that they went to; none where there is nothing
     * @param settlements of the claims that may have been credited after they were paid
     */
    public static List<Hindrance> hindrances(
            Collection<PaymentStand> stands, Map<Purse, Money> balances, Map<InvoiceId, Settlement> settlements) {
        var used = new HashMap<Purse, Boolean>();
        var wanted = new HashMap<Purse, Money>();
        var after = new HashMap<>(settlements);
        for (var stand : stands) {
            stand.kept().forEach(kept -> wanted.merge(Purse.of(kept), kept.amount(), Money::plus));
            stand.allocated()
                    .forEach(part -> after.computeIfPresent(
                            part.invoice(),
                            (id, now) -> now.receiving(part.amount().negated())));
        }
        wanted.forEach((purse, amount) -> used.put(
                purse,
                amount.isPositive()
                        && Optional.ofNullable(balances.get(purse))
                                .filter(there -> there.compareTo(amount) >= 0)
                                .isEmpty()));
        var found = new ArrayList<Hindrance>();
        stands.forEach(stand -> add(found, stand, used, after));
        return List.copyOf(found);
    }

    private static void add(
            List<Hindrance> found, PaymentStand stand, Map<Purse, Boolean> used, Map<InvoiceId, Settlement> after) {
        if (!stand.elsewhere().refunded().isZero()) {
            found.add(new Hindrance(
                    stand.id(), Obstacle.REFUNDED, stand.elsewhere().refunded()));
        }
        if (!stand.elsewhere().chargedBack().isZero()) {
            found.add(new Hindrance(
                    stand.id(), Obstacle.CHARGED_BACK, stand.elsewhere().chargedBack()));
        }
        stand.kept().stream()
                .filter(kept -> used.getOrDefault(Purse.of(kept), false))
                .forEach(kept -> found.add(new Hindrance(stand.id(), Obstacle.BALANCE_USED, kept.amount())));
        stand.allocated().stream()
                .filter(part -> Optional.ofNullable(after.get(part.invoice()))
                        .filter(Settlement::isKeptTwice)
                        .isPresent())
                .forEach(part -> found.add(new Hindrance(stand.id(), Obstacle.KEPT_FOR_PAYER, part.amount())));
    }

    /**
     * Asks whether a reason was given.
     *
     * @return the reason, without space around it
     * @throws RuleViolation at {@code /reason} when there is none, or it is longer than {@value #LONGEST_REASON}
     */
    public static String requireReason(String written) {
        var reason = written.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw RuleViolation.at(
                    "/reason", "bank-file-undo-reason", Map.of("most", Integer.toString(LONGEST_REASON)));
        }
        return reason;
    }

    /**
     * Asks whether anything hinders.
     *
     * @param most how many payments are named at most
     * @throws RuleViolation with each payment that does, and the sum of them first
     */
    public static void requireNothingHinders(List<Hindrance> hindrances, int most) {
        if (hindrances.isEmpty()) {
            return;
        }
        var payments = hindrances.stream().map(Hindrance::payment).distinct().count();
        var faults = new ArrayList<RuleViolation.Fault>();
        faults.add(new RuleViolation.Fault(
                "conflict-bank-file-hindered", "", Map.of("payments", Long.toString(payments))));
        hindrances.stream()
                .limit(most)
                .forEach(each -> faults.add(new RuleViolation.Fault(
                        code(each.obstacle()),
                        "",
                        Map.of("payment", each.payment().value().toString()))));
        throw new RuleViolation(faults);
    }

    private static String code(Obstacle obstacle) {
        return switch (obstacle) {
            case REFUNDED -> "undo-refunded";
            case CHARGED_BACK -> "undo-charged-back";
            case BALANCE_USED -> "undo-balance-used";
            case KEPT_FOR_PAYER -> "undo-kept-for-payer";
        };
    }
}

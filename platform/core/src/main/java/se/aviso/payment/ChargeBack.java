package se.aviso.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.ChartOfAccounts;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.LedgerEntry;
import se.aviso.accounting.Posting;
import se.aviso.accounting.Side;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;

/**
 * A deduction that the bank has told of is a payment that it takes back: so much of both meets, and neither waits any
 * more for that.
 *
 * <p>The payment gives what disturbs least first: what waits of it, then what is still in the payer's credit balance,
 * then what its newest allocations settled. An allocation or a balance that is needed in part gives the part. A balance
 * never goes below nothing: what was paid back or used since is a debt of the payer, and goes on waiting as the
 * deduction until it is paid or the use is taken back.
 *
 * @param waiting what the payment gives of what waits
 * @param kept what it gives of credit balances, the newest first
 * @param allocations what it gives of allocations, the newest first
 */
public record ChargeBack(Money waiting, List<Given> kept, List<Given> allocations) {
    public ChargeBack {
        kept = List.copyOf(kept);
        allocations = List.copyOf(allocations);
    }

    /** A deduction to a seller, and what waits of it: below nothing. */
    public record Deduction(GroupId seller, Money waits) {}

    /**
     * A payment to a seller.
     *
     * @param kept what of it is kept, each with the id of its movement; the newest first
     * @param allocations what of it is allocated, the newest first
     */
    public record Source(GroupId seller, Money amount, Money waits, List<Kept> kept, List<Allocated> allocations) {
        public Source {
            kept = List.copyOf(kept);
            allocations = List.copyOf(allocations);
        }
    }

    /** So much that went to a balance. */
    public record Kept(UUID id, CreditUse.Holder holder, Money amount) {}

    /** So much that settles an invoice. */
    public record Allocated(UUID id, InvoiceId invoice, Money amount) {}

    /** So much is taken of the whole of something; the rest stays. */
    public record Given(UUID id, Money whole, Money taken) {
        /** What stays. */
        public Money rest() {
            return whole.minus(taken);
        }
    }

    /**
     * What a charge-back takes.
     *
     * @param balances what is in the credit balances that the payment went to, in its currency
     * @param wished how much; without it, as much as can be
     * @throws RuleViolation when the two do not belong together, nothing can be taken, or less than was wished
     */
    public static ChargeBack of(
            Deduction deduction, Source payment, Map<CreditUse.Holder, Money> balances, Optional<Money> wished) {
        requireTogether(deduction, payment);
        var all = take(payment, balances, deduction.waits().negated());
        var amount = wished.orElse(all.amount());
        if (!amount.currency().equals(payment.amount().currency()) || !amount.isPositive()) {
            throw wished.isPresent()
                    ? RuleViolation.at("/amount", "charge-back-amount", Map.of())
                    : RuleViolation.of("conflict-charge-back-nothing", Map.of());
        }
        if (amount.compareTo(all.amount()) > 0) {
            throw RuleViolation.at(
                    "/amount",
                    "charge-back-over",
                    Map.of(
                            "most",
                            all.amount().toDecimal(),
                            "currency",
                            amount.currency().getCurrencyCode()));
        }
        return take(payment, balances, amount);
    }

    private static void requireTogether(Deduction deduction, Source payment) {
        if (deduction.waits().isPositive() || !payment.amount().isPositive()) {
            throw RuleViolation.of("charge-back-pair", Map.of());
        }
        if (deduction.waits().isZero()) {
            throw RuleViolation.of("conflict-payment-settled", Map.of());
        }
        if (!deduction.seller().equals(payment.seller())) {
            throw RuleViolation.at("/paymentId", "charge-back-other-seller", Map.of());
        }
        if (!deduction.waits().currency().equals(payment.amount().currency())) {
            throw RuleViolation.at("/paymentId", "charge-back-other-currency", Map.of());
        }
    }

    /** As much as there is, up to an amount. */
    private static ChargeBack take(Source payment, Map<CreditUse.Holder, Money> balances, Money most) {
        var nothing = Money.zero(most.currency());
        var waiting = payment.waits().isNegative() ? nothing : payment.waits().min(most);
        var left = most.minus(waiting);
        var there = new HashMap<>(balances);
        var kept = new ArrayList<Given>();
        for (var each : payment.kept()) {
            var taken = there.getOrDefault(each.holder(), nothing)
                    .min(each.amount())
                    .min(left);
            if (taken.isPositive()) {
                kept.add(new Given(each.id(), each.amount(), taken));
                there.computeIfPresent(each.holder(), (holder, balance) -> balance.minus(taken));
                left = left.minus(taken);
            }
        }
        var allocations = new ArrayList<Given>();
        for (var each : payment.allocations()) {
            var taken = each.amount().min(left);
            if (taken.isPositive()) {
                allocations.add(new Given(each.id(), each.amount(), taken));
                left = left.minus(taken);
            }
        }
        return new ChargeBack(waiting, kept, allocations);
    }

    /** What of the deduction and of the payment meets. */
    public Money amount() {
        return waiting.plus(keptInAll()).plus(allocatedInAll());
    }

    /** What credit balances lose. */
    public Money keptInAll() {
        return sum(kept);
    }

    /** What claims lose. */
    public Money allocatedInAll() {
        return sum(allocations);
    }

    private Money sum(List<Given> given) {
        return given.stream().map(Given::taken).reduce(Money.zero(waiting.currency()), Money::plus);
    }

    /**
     * Its entry: what waited as a deduction is credited, and debited is where the payment's money stood.
     *
     * @param deduction the deduction's id
     * @param payment the payment as it stood
     */
    public LedgerEntry entry(PaymentId deduction, PaymentId payment, Source of, Booking booking) {
        var chart = booking.chart();
        var postings = new ArrayList<Posting>();
        debit(postings, chart.account(AccountRole.SUSPENSE), waiting, payment);
        debit(postings, chart.account(AccountRole.CREDIT_BALANCE), keptInAll(), payment);
        var invoices = new HashMap<UUID, InvoiceId>();
        of.allocations().forEach(each -> invoices.put(each.id(), each.invoice()));
        for (var given : allocations) {
            var invoice = Optional.ofNullable(invoices.get(given.id())).orElseThrow();
            postings.add(Posting.of(chart.account(AccountRole.RECEIVABLES), Side.DEBIT, given.taken(), invoice)
                    .by(payment));
        }
        postings.add(plain(chart.account(AccountRole.SUSPENSE), Side.CREDIT, amount())
                .by(deduction));
        return new LedgerEntry(EntryKind.CHARGE_BACK, booking.on(), postings);
    }

    /** The day of an entry, and the accounts. */
    public record Booking(LocalDate on, ChartOfAccounts chart) {}

    /** The entry that undoes it: both wait again, whatever the payment had settled before. */
    public static LedgerEntry undone(PaymentId deduction, PaymentId payment, Money amount, Booking booking) {
        var suspense = booking.chart().account(AccountRole.SUSPENSE);
        return new LedgerEntry(
                EntryKind.REVERSAL,
                booking.on(),
                List.of(
                        plain(suspense, Side.DEBIT, amount).by(deduction),
                        plain(suspense, Side.CREDIT, amount).by(payment)));
    }

    private static void debit(List<Posting> postings, int account, Money amount, PaymentId payment) {
        if (amount.isPositive()) {
            postings.add(plain(account, Side.DEBIT, amount).by(payment));
        }
    }

    private static Posting plain(int account, Side side, Money amount) {
        return new Posting(account, side, amount, Optional.empty(), Optional.empty());
    }
}

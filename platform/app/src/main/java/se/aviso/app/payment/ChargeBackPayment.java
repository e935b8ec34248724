package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.invoice.RoundInvoices;
import se.aviso.app.invoice.SettleInvoices;
import se.aviso.app.payment.PaymentStore.NewAllocation;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.WrittenAmount;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.ChargeBack;
import se.aviso.payment.FileUndoing;
import se.aviso.payment.Match;

/**
 * Ties a deduction of the bank to the payment that it takes back, or unties them: charge-back, ledger, allocations,
 * balances, settlements and periods in one transaction, behind the lock of the tenant's money.
 */
@ApplicationScoped
@Transactional
public class ChargeBackPayment {
    @Inject
    TenantStore tenants;

    @Inject
    SuspenseStore suspense;

    @Inject
    UndoStore stands;

    @Inject
    ChargeBackStore chargeBacks;

    @Inject
    PaymentStore payments;

    @Inject
    SettleInvoices settle;

    @Inject
    RoundInvoices rounds;

    @Inject
    LeftCharges charges;

    @Inject
    CreditStore credit;

    @Inject
    LedgerStore ledger;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Of which payment, and how much: {@code "300.00"}; left out, as much as can be. */
    public record Wish(UUID payment, Optional<String> amount) {}

    /**
     * The payments that the deduction may take back, the likeliest first; none for what is no deduction that waits.
     *
     * @param reference of payments that are looked for besides
     * @throws RuleViolation when it is none of the caller's
     */
    public List<ChargeBackStore.Candidate> candidates(UUID deduction, Optional<String> reference) {
        var held = suspense.find(deduction, caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(ChargeBackPayment::unknown);
        return held.waiting().rest().isNegative() ? chargeBacks.candidates(deduction, reference) : List.of();
    }

    /** What the deduction is tied to, the oldest first. */
    public List<ChargeBackStore.Known> of(UUID deduction) {
        return chargeBacks.of(deduction);
    }

    /**
     * Takes the payment back, in whole or part.
     *
     * @return the id of the charge-back
     * @throws RuleViolation when a rule forbids it, or either is none of the caller's
     */
    public UUID chargeBack(UUID deductionId, Wish wish) {
        var deduction = locked(deductionId);
        var payment = locked(wish.payment());
        var stand = only(wish.payment());
        var source = source(stand);
        var amount = wish.amount()
                .map(text -> WrittenAmount.sent(text, payment.waiting().rest().currency(), "/amount"));
        var taken = ChargeBack.of(
                new ChargeBack.Deduction(
                        deduction.waiting().seller(), deduction.waiting().rest()),
                source,
                balances(stand),
                amount);
        var booking = new ChargeBack.Booking(businessDate.today(), ledger.chart());
        var entry = LedgerStore.Booked.of(
                payment.waiting().seller(), taken.entry(deduction.id(), payment.id(), source, booking));
        ledger.add(List.of(entry));
        var added = new ChargeBackStore.New(
                Ids.next(), deductionId, wish.payment(), taken.amount(), entry.id(), Optional.empty());
        chargeBacks.add(added, booking.on(), caller.name());
        take(stand, taken, new Into(entry.id(), booking));
        chargeBacks.deducted(deductionId, taken.amount());
        chargeBacks.takenBack(wish.payment(), taken);
        told(Act.PAYMENT_CHARGED_BACK, payment, taken.amount());
        return added.id();
    }

    /**
     * Unties them: both wait again, and what the payment had settled is for a person to settle anew.
     *
     * @throws RuleViolation when it was undone before, or is none of the caller's
     */
    public void undo(UUID deductionId, UUID chargeBack) {
        var deduction = locked(deductionId);
        var known = chargeBacks.of(deductionId).stream()
                .filter(each -> each.id().equals(chargeBack) && each.deduction().equals(deductionId))
                .findFirst()
                .orElseThrow(ChargeBackPayment::unknown);
        if (known.over()) {
            throw RuleViolation.of("conflict-charge-back-undone", Map.of());
        }
        var payment = locked(known.payment());
        var booking = new ChargeBack.Booking(businessDate.today(), ledger.chart());
        var entry = LedgerStore.Booked.of(
                deduction.waiting().seller(), ChargeBack.undone(deduction.id(), payment.id(), known.amount(), booking));
        ledger.add(List.of(entry));
        var added = new ChargeBackStore.New(
                Ids.next(),
                deductionId,
                known.payment(),
                known.amount().negated(),
                entry.id(),
                Optional.of(known.id()));
        chargeBacks.add(added, booking.on(), caller.name());
        chargeBacks.deducted(deductionId, known.amount().negated());
        chargeBacks.givenBack(known.payment(), known.amount());
        told(Act.CHARGE_BACK_UNDONE, payment, known.amount());
    }

    /** The payment as it stands; a file that was undone has left nothing of it. */
    private UndoStore.Standing only(UUID payment) {
        return stands.stands(List.of(payment)).stream().findFirst().orElseThrow(ChargeBackPayment::unknown);
    }

    private static ChargeBack.Source source(UndoStore.Standing standing) {
        var kept = new ArrayList<>(standing.kept().stream()
                .map(each -> new ChargeBack.Kept(each.id(), each.holder(), each.amount()))
                .toList());
        var allocations = new ArrayList<>(standing.allocations().stream()
                .map(each -> new ChargeBack.Allocated(
                        each.id(), each.part().invoice(), each.part().amount()))
                .toList());
        Collections.reverse(kept);
        Collections.reverse(allocations);
        return new ChargeBack.Source(
                standing.seller(),
                standing.stand().amount(),
                standing.stand().elsewhere().waiting(),
                kept,
                allocations);
    }

    private Map<CreditUse.Holder, Money> balances(UndoStore.Standing standing) {
        var currency = standing.stand().amount().currency().getCurrencyCode();
        var members = standing.kept().stream()
                .map(each -> each.holder().member().value())
                .distinct()
                .toList();
        var balances = new HashMap<CreditUse.Holder, Money>();
        credit.balances(members).forEach((FileUndoing.Purse purse, Money there) -> {
            if (purse.currency().equals(currency)) {
                balances.put(purse.holder(), there);
            }
        });
        return balances;
    }

    /** The entry that takes, and its day. */
    private record Into(UUID entry, ChargeBack.Booking booking) {}

    /** What is taken in part is undone whole, and the rest is given anew: each is undone at most once. */
    private void take(UndoStore.Standing standing, ChargeBack taken, Into into) {
        var movements = standing.kept().stream().collect(Collectors.toMap(CreditMovement::id, Function.identity()));
        var moved = new ArrayList<CreditMovement>();
        for (var given : taken.kept()) {
            var kept = Optional.ofNullable(movements.get(given.id())).orElseThrow();
            moved.add(kept.reversed(Ids.next(), CreditMovement.Kind.SURPLUS_TAKEN_BACK, into.entry()));
            if (given.rest().isPositive()) {
                moved.add(new CreditMovement(
                        Ids.next(), kept.kind(), kept.holder(), given.rest(), kept.cause(), into.entry()));
            }
        }
        credit.move(moved, into.booking().on());
        takeAllocations(standing, taken, into);
    }

    private void takeAllocations(UndoStore.Standing standing, ChargeBack taken, Into into) {
        var allocations =
                standing.allocations().stream().collect(Collectors.toMap(UndoStore.Allocated::id, each -> each));
        var reversed = new ArrayList<UndoStore.Reversed>();
        var anew = new ArrayList<NewAllocation>();
        Map<InvoiceId, Money> amounts = new HashMap<>();
        for (var given : taken.allocations()) {
            var allocation = Optional.ofNullable(allocations.get(given.id())).orElseThrow();
            reversed.add(new UndoStore.Reversed(allocation, into.entry()));
            var invoice = allocation.part().invoice();
            if (given.rest().isPositive()) {
                anew.add(new NewAllocation(
                        Ids.next(), allocation.payment(), new Match.Part(invoice, given.rest()), into.entry()));
            }
            amounts.merge(invoice, given.taken(), Money::plus);
        }
        stands.reverse(reversed, into.booking().on());
        payments.addAllocations(anew, into.booking().on());
        if (!amounts.isEmpty()) {
            var today = into.booking().on();
            rounds.undo(taken.allocations().stream().map(ChargeBack.Given::id).toList(), today)
                    .forEach((invoice, amount) -> amounts.merge(invoice, amount, Money::plus));
            settle.giveBack(amounts);
            charges.askAgain(amounts.keySet(), today);
        }
    }

    /** The lock comes first: what was read before it may be old. */
    private HeldPayment locked(UUID payment) {
        tenants.lock(Tenancy.required(), "money-in");
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(ChargeBackPayment::unknown);
    }

    private void told(Act act, HeldPayment payment, Money amount) {
        var changes = List.of(Change.to(Field.AMOUNT, amount));
        trail.record(Deed.in(payment.waiting().seller(), act, payment.id().value(), changes));
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}

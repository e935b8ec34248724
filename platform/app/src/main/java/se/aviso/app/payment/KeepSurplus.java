package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.accounting.LedgerEntry;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.member.FindMembers;
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
import se.aviso.credit.CreditBooking;
import se.aviso.credit.CreditUse;
import se.aviso.credit.KeptSurplus;
import se.aviso.credit.TakenBalance;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.SuspenseReason;

/**
 * Keeps what waits of a payment for the payer's next invoice, or lets it wait again: ledger, balance and what waits in
 * one transaction, behind the lock of the tenant's money.
 */
@ApplicationScoped
@Transactional
public class KeepSurplus {
    @Inject
    TenantStore tenants;

    @Inject
    SuspenseStore suspense;

    @Inject
    CreditStore credit;

    @Inject
    LedgerStore ledger;

    @Inject
    FindMembers members;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * For whom, and how much: {@code "50.00"}.
     *
     * @param member left out, the one whose invoices the payment has settled
     * @param amount left out, all that waits
     */
    public record Wish(Optional<UUID> member, Optional<String> amount) {}

    /**
     * Keeps it.
     *
     * @return the id of the movement
     * @throws RuleViolation when a rule forbids it, or payment or member are none of the caller's
     */
    public UUID keep(UUID paymentId, Wish wish) {
        var payment = locked(paymentId);
        var waiting = payment.waiting();
        if (waiting.rest().isNegative()) {
            return take(payment, wish);
        }
        var kept = KeptSurplus.of(
                waiting.rest(),
                wish.amount()
                        .map(text -> WrittenAmount.sent(text, waiting.rest().currency(), "/amount")));
        var member =
                wish.member().map(this::known).or(() -> onlyPayer(paymentId)).orElseThrow(KeepSurplus::nobody);
        var today = businessDate.today();
        var entry = LedgerStore.Booked.of(
                waiting.seller(), CreditBooking.kept(payment.id(), kept.amount(), today, ledger.chart()));
        ledger.add(List.of(entry));
        var movement = new CreditMovement(
                Ids.next(),
                CreditMovement.Kind.SURPLUS,
                new CreditUse.Holder(member, waiting.seller()),
                kept.amount(),
                CreditMovement.Cause.ofPayment(paymentId),
                entry.id());
        credit.move(List.of(movement), today);
        suspense.keep(payment.id(), kept.amount(), kept.rest().isZero() ? SuspenseReason.NONE : waiting.reason());
        told(Act.SURPLUS_KEPT, payment, kept.amount());
        return movement.id();
    }

    /** The bank has taken back what is in the payer's balance by now. */
    private UUID take(HeldPayment deduction, Wish wish) {
        var waiting = deduction.waiting();
        var currency = waiting.rest().currency();
        var member = wish.member().map(this::known).orElseThrow(KeepSurplus::nobody);
        var holder = new CreditUse.Holder(member, waiting.seller());
        var balance = Optional.ofNullable(
                        credit.locked(List.of(member), currency).get(holder))
                .orElse(Money.zero(currency));
        var taken = TakenBalance.of(
                waiting.rest(), balance, wish.amount().map(text -> WrittenAmount.sent(text, currency, "/amount")));
        var today = businessDate.today();
        var entry = LedgerStore.Booked.of(
                waiting.seller(), CreditBooking.takenByBank(deduction.id(), taken.amount(), today, ledger.chart()));
        ledger.add(List.of(entry));
        var movement = new CreditMovement(
                Ids.next(),
                CreditMovement.Kind.TAKEN_BY_BANK,
                holder,
                taken.amount().negated(),
                CreditMovement.Cause.ofPayment(deduction.id().value()),
                entry.id());
        credit.move(List.of(movement), today);
        suspense.keep(
                deduction.id(),
                taken.amount().negated(),
                taken.rest().isZero() ? SuspenseReason.NONE : SuspenseReason.DEDUCTION);
        told(Act.PAYMENT_CHARGED_BACK, deduction, taken.amount());
        return movement.id();
    }

    /**
     * Takes back what was kept, or what a deduction took of a balance; the money waits again.
     *
     * @throws RuleViolation when it was taken back before, or is not there any more
     */
    public void takeBack(UUID paymentId, UUID movement) {
        var payment = locked(paymentId);
        var known = credit.ofPayment(paymentId).stream()
                .filter(each -> each.movement().id().equals(movement))
                .findFirst()
                .orElseThrow(KeepSurplus::unknown);
        var kept = known.movement();
        var byBank = kept.kind() == CreditMovement.Kind.TAKEN_BY_BANK;
        if (known.undone() || (kept.kind() != CreditMovement.Kind.SURPLUS && !byBank)) {
            throw RuleViolation.of("conflict-surplus-taken-back", Map.of());
        }
        if (!byBank) {
            requireThere(kept);
        }
        var today = businessDate.today();
        var booked = LedgerStore.Booked.of(
                kept.holder().seller(), entry(payment, kept, today).reversed(today));
        ledger.add(List.of(booked));
        credit.move(List.of(kept.reversed(Ids.next(), kept.kind().undone(), booked.id())), today);
        suspense.keep(payment.id(), kept.amount().negated(), byBank ? SuspenseReason.DEDUCTION : SuspenseReason.UNDONE);
        told(byBank ? Act.CHARGE_BACK_UNDONE : Act.SURPLUS_TAKEN_BACK, payment, kept.amount());
    }

    /** The entry of what was kept, or of what a deduction took. */
    private LedgerEntry entry(HeldPayment payment, CreditMovement moved, LocalDate today) {
        var chart = ledger.chart();
        return moved.kind() == CreditMovement.Kind.TAKEN_BY_BANK
                ? CreditBooking.takenByBank(payment.id(), moved.amount().negated(), today, chart)
                : CreditBooking.kept(payment.id(), moved.amount(), today, chart);
    }

    private void requireThere(CreditMovement kept) {
        var balance = Optional.ofNullable(
                credit.locked(List.of(kept.holder().member()), kept.amount().currency())
                        .get(kept.holder()));
        if (balance.filter(there -> there.compareTo(kept.amount()) >= 0).isEmpty()) {
            throw RuleViolation.of("conflict-balance-spent", Map.of());
        }
    }

    private HeldPayment locked(UUID payment) {
        tenants.lock(Tenancy.required(), "money-in");
        return suspense.find(payment, caller.pathsFor(Permission.PAYMENT_WRITE)).orElseThrow(KeepSurplus::unknown);
    }

    private MemberId known(UUID member) {
        return members.find(member, Permission.PAYMENT_WRITE)
                .map(found -> found.member().id())
                .orElseThrow(() -> RuleViolation.at("/memberId", "unknown-member", Map.of()));
    }

    /** The one whose invoices the payment has settled, where that is one. */
    public Optional<MemberId> onlyPayer(UUID payment) {
        var payers = suspense.payers(payment);
        return payers.size() == 1 ? Optional.of(payers.get(0)) : Optional.empty();
    }

    private void told(Act act, HeldPayment payment, Money amount) {
        var changes = List.of(Change.to(Field.AMOUNT, amount));
        trail.record(Deed.in(payment.waiting().seller(), act, payment.id().value(), changes));
    }

    private static RuleViolation nobody() {
        return RuleViolation.at("/memberId", "surplus-of-whom", Map.of());
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}

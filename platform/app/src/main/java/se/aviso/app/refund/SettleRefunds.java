package se.aviso.app.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.payment.SuspenseStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.credit.CreditBooking;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.SuspenseReason;
import se.aviso.refund.RefundRules;
import se.aviso.refund.RefundState;

/** Approves refunds, calls them off, and notes that they were paid or failed: state and ledger in one transaction. */
@ApplicationScoped
@Transactional
public class SettleRefunds {
    @Inject
    TenantStore tenants;

    @Inject
    RefundStore refunds;

    @Inject
    SuspenseStore suspense;

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

    /** A second person says that it may be paid back. */
    public void approve(UUID id) {
        var refund = locked(id);
        RefundRules.requireApprovable(refund.state(), refund.progress().proposer(), caller.userId());
        refunds.approve(id, caller.name(), businessDate.today());
        told(Act.REFUND_APPROVED, refund, Optional.empty());
    }

    /** Nobody wants it paid back any more: the money is where it came from. */
    public void cancel(UUID id, String reason) {
        var refund = locked(id);
        RefundRules.requireCancellable(refund.state());
        end(refund, RefundState.CANCELLED, refund.source().payment(), reason);
        told(Act.REFUND_CANCELLED, refund, Optional.of(reason).filter(text -> !text.isEmpty()));
    }

    /** It has left the bank account on that day. */
    public void pay(UUID id, LocalDate on) {
        pay(locked(id), on);
    }

    void pay(Refund refund, LocalDate on) {
        RefundRules.requirePayable(refund.state(), refund.progress().proposedOn(), on, businessDate.today());
        var entry = LedgerStore.Booked.of(refund.seller(), CreditBooking.sent(refund.amount(), on, ledger.chart()));
        ledger.add(List.of(entry));
        refunds.pay(refund.id(), on, entry.id());
        told(Act.REFUND_PAID, refund, Optional.empty());
    }

    /** The bank has refused it: the money is in the payer's credit balance, or waits again where no payer is known. */
    public void fail(UUID id, String reason) {
        fail(locked(id), reason);
    }

    /**
     * It came back as a payment that waits: the bank's money is counted once, and owed to the payer again.
     *
     * @throws RuleViolation when the payment cannot be it
     */
    public void cameBack(UUID id, UUID paymentId, String reason) {
        var refund = locked(id);
        RefundRules.requireFailable(refund.state());
        var payment = suspense.find(paymentId, caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(() -> RuleViolation.at("/paymentId", "refund-came-back-payment", Map.of()));
        var waiting = payment.waiting();
        var same = refund.source().payment().filter(payment.id()::equals).isPresent();
        RefundRules.requireLater(same, refund.progress().proposedOn(), payment.bookedOn());
        RefundRules.requireCameBack(refund.seller(), refund.amount(), waiting.seller(), waiting.rest());
        if (refund.state() == RefundState.EXPORTED) {
            pay(refund, businessDate.today()); // what comes back had left
        }
        var left = waiting.rest().minus(refund.amount());
        var entry = CreditBooking.cameBack(payment.id(), refund.amount(), businessDate.today(), ledger.chart());
        ledger.add(List.of(LedgerStore.Booked.of(refund.seller(), entry)));
        suspense.refund(payment.id(), refund.amount(), left.isZero() ? SuspenseReason.NONE : waiting.reason());
        owedAgain(refund, reason);
        refunds.cameBack(id, paymentId);
    }

    void fail(Refund refund, String reason) {
        RefundRules.requireFailable(refund.state());
        if (refund.state() == RefundState.PAID) {
            var sent = CreditBooking.sent(refund.amount(), businessDate.today(), ledger.chart());
            ledger.add(List.of(LedgerStore.Booked.of(refund.seller(), sent.reversed(businessDate.today()))));
        }
        owedAgain(refund, reason);
    }

    private void owedAgain(Refund refund, String reason) {
        var payment = refund.source().member().isPresent()
                ? Optional.<PaymentId>empty()
                : refund.source().payment();
        end(refund, RefundState.FAILED, payment, reason);
        told(Act.REFUND_FAILED, refund, Optional.of(reason).filter(text -> !text.isEmpty()));
    }

    /** Takes what was set aside back: to the payment, where it waits again, or else to the payer's balance. */
    private void end(Refund refund, RefundState state, Optional<PaymentId> toPayment, String why) {
        var today = businessDate.today();
        var entry = LedgerStore.Booked.of(
                refund.seller(),
                CreditBooking.owed(toPayment, refund.amount(), today, ledger.chart())
                        .reversed(today));
        ledger.add(List.of(entry));
        toPayment.ifPresentOrElse(
                payment -> suspense.refund(payment, refund.amount().negated(), SuspenseReason.UNDONE),
                () -> toBalance(refund, refund.source().member().orElseThrow(), entry.id()));
        var to = toPayment.isPresent() ? RefundStore.ReturnedTo.PAYMENT : RefundStore.ReturnedTo.BALANCE;
        refunds.end(refund.id(), state, to, why);
    }

    private void toBalance(Refund refund, MemberId member, UUID entry) {
        var movement = new CreditMovement(
                Ids.next(),
                CreditMovement.Kind.REFUND_RETURNED,
                new CreditUse.Holder(member, refund.seller()),
                refund.amount(),
                CreditMovement.Cause.ofRefund(refund.id()),
                entry);
        credit.move(List.of(movement), businessDate.today());
    }

    /**
     * What one person may pay back without a second, if the limit is still the one that the caller has seen; whoever
     * handles all of the tenant's money says so. More holds from the next day.
     */
    public void limit(LongConsumer sameVersion, Money limit) {
        if (!caller.may(Permission.PAYMENT_WRITE, "/")) {
            throw RuleViolation.of("refund-limit-who", Map.of());
        }
        tenants.lock(Tenancy.required(), "money-in");
        var known = refunds.limit();
        sameVersion.accept(known.version());
        refunds.setLimit(known.rule().changed(limit, businessDate.today()));
        trail.record(Deed.ofTenant(
                Act.REFUND_LIMIT_SET, Tenancy.required().value(), List.of(Change.to(Field.AMOUNT, limit))));
    }

    private Refund locked(UUID id) {
        tenants.lock(Tenancy.required(), "money-in");
        return refunds.locked(id, caller.pathsFor(Permission.PAYMENT_WRITE)).orElseThrow(SettleRefunds::unknown);
    }

    private void told(Act act, Refund refund, Optional<String> reason) {
        var changes = List.of(Change.to(Field.AMOUNT, refund.amount()));
        trail.record(new Deed(act, refund.id(), Optional.of(refund.seller()), changes, reason));
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}

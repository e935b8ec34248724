package se.aviso.app.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.group.GroupStore;
import se.aviso.app.member.FindMembers;
import se.aviso.app.payment.KeepSurplus;
import se.aviso.app.payment.SuspenseStore;
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
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.payment.SuspenseReason;
import se.aviso.refund.PayeeAccount;
import se.aviso.refund.RefundRules;

/**
 * Sets money aside to be paid back: what waits of a payment, or of a credit balance; ledger and refund in one
 * transaction, behind the lock of the tenant's money.
 */
@ApplicationScoped
@Transactional
public class ProposeRefund {
    @Inject
    TenantStore tenants;

    @Inject
    SuspenseStore suspense;

    @Inject
    KeepSurplus surplus;

    @Inject
    CreditStore credit;

    @Inject
    FindMembers members;

    @Inject
    GroupStore groups;

    @Inject
    RefundStore refunds;

    @Inject
    LedgerStore ledger;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * Where to, and how much.
     *
     * @param amount left out, all that waits or is kept
     * @param note stands on the payee's statement
     */
    public record Wish(
            Optional<String> amount,
            PayeeAccount.Kind accountKind,
            String account,
            String payee,
            Optional<String> note) {}

    /** Pays back what waits of a payment. */
    public UUID ofPayment(UUID paymentId, Wish wish) {
        tenants.lock(Tenancy.required(), "money-in");
        var payment = suspense.find(paymentId, caller.pathsFor(Permission.PAYMENT_WRITE))
                .orElseThrow(ProposeRefund::unknown);
        var waiting = payment.waiting();
        var rest = waiting.rest();
        var kept =
                KeptSurplus.of(rest, wish.amount().map(text -> WrittenAmount.sent(text, rest.currency(), "/amount")));
        var source = new Refund.Source(surplus.onlyPayer(paymentId), Optional.of(payment.id()));
        var refund = refund(waiting.seller(), source, kept.amount(), wish);
        book(refund);
        suspense.refund(payment.id(), kept.amount(), kept.rest().isZero() ? SuspenseReason.NONE : waiting.reason());
        return refund.id();
    }

    /** Pays back what a seller keeps for a member in a currency. */
    public UUID ofBalance(UUID memberId, UUID sellerId, String currency, Wish wish) {
        tenants.lock(Tenancy.required(), "money-in");
        var seller = seller(sellerId);
        var member = members.find(memberId, Permission.PAYMENT_WRITE)
                .map(found -> found.member().id())
                .orElseThrow(() -> RuleViolation.at("/memberId", "unknown-member", Map.of()));
        var holder = new CreditUse.Holder(member, seller);
        var balance = kept(holder, currency);
        var amount = wish.amount()
                .map(text -> WrittenAmount.sent(text, balance.currency(), "/amount"))
                .orElse(balance);
        if (amount.compareTo(balance) > 0 || !amount.isPositive()) {
            throw RuleViolation.at(
                    "/amount",
                    amount.isPositive() ? "balance-too-little" : "balance-amount",
                    Map.of("balance", balance.toDecimal()));
        }
        var refund = refund(seller, new Refund.Source(Optional.of(member), Optional.empty()), amount, wish);
        var entry = book(refund);
        var cause = CreditMovement.Cause.ofRefund(refund.id());
        credit.move(
                List.of(new CreditMovement(
                        Ids.next(), CreditMovement.Kind.REFUND, holder, amount.negated(), cause, entry)),
                businessDate.today());
        return refund.id();
    }

    private Money kept(CreditUse.Holder holder, String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .flatMap(known -> credit.locked(List.of(holder.member()), known).entrySet().stream())
                .filter(purse -> purse.getKey().equals(holder))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> RuleViolation.of("conflict-balance-none", Map.of()));
    }

    private Refund refund(GroupId seller, Refund.Source source, Money amount, Wish wish) {
        var payee = wish.payee().strip();
        var note = wish.note().map(String::strip).orElse("");
        RefundRules.requireTexts(payee, note);
        var account = PayeeAccount.read(wish.accountKind(), wish.account());
        var today = businessDate.today();
        var before = today.minusDays(RefundRules.LATELY_DAYS);
        var progress = new Refund.Progress(
                RefundRules.begun(
                        amount,
                        RefundRules.before(refunds.alone(source, seller, account, before), account),
                        refunds.limit().rule().inForce(today)),
                caller.name(),
                caller.userId(),
                today,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        return new Refund(Ids.next(), seller, source, amount, new Refund.Payee(payee, account), note, progress);
    }

    private UUID book(Refund refund) {
        var entry = LedgerStore.Booked.of(
                refund.seller(),
                CreditBooking.owed(refund.source().payment(), refund.amount(), businessDate.today(), ledger.chart()));
        ledger.add(List.of(entry));
        refunds.add(refund, entry.id());
        var changes = List.of(Change.to(Field.AMOUNT, refund.amount()));
        trail.record(Deed.in(refund.seller(), Act.REFUND_PROPOSED, refund.id(), changes));
        return entry.id();
    }

    private GroupId seller(UUID id) {
        return groups.find(new GroupId(id))
                .filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .map(group -> group.id())
                .orElseThrow(() -> RuleViolation.at("/sellerGroupId", "unknown-group", Map.of()));
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}

package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.credit.CreditBooking;
import se.aviso.credit.CreditUse;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * Gives what is kept for a payer to an invoice that a person has chosen, or takes it back: ledger, balance, settlement
 * and paid periods in one transaction, which waits for the tenant's money as bookings do.
 */
@ApplicationScoped
@Transactional
public class SpendCredit {
    @Inject
    TenantStore tenants;

    @Inject
    FindInvoices find;

    @Inject
    GroupStore groups;

    @Inject
    SettlementStore settlements;

    @Inject
    SettleInvoices settle;

    @Inject
    UseCredit use;

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

    /**
     * Gives so much to the invoice, or as much as it can take; an offer becomes a claim thereby.
     *
     * @return the claim that was settled
     * @throws RuleViolation when a rule forbids it
     */
    public UUID spend(UUID invoice, Optional<Money> amount) {
        tenants.lock(Tenancy.required(), "money-in");
        var row = writable(invoice);
        var holder = new CreditUse.Holder(new MemberId(row.memberId()), new GroupId(row.sellerGroupId()));
        var before = settlements.locked(List.of(invoice));
        var offers = settlements.offersAmong(List.of(invoice));
        var open = before.values().stream()
                .map(Settlement::open)
                .findFirst()
                .orElseGet(() -> offers.isEmpty() ? Money.ore(0) : row.money());
        var balance = Optional.ofNullable(
                        credit.locked(List.of(holder.member()), row.money().currency())
                                .get(holder))
                .orElse(Money.ore(0));
        var claim = new CreditUse.Claim(new InvoiceId(invoice), holder, open);
        var wanted = CreditUse.byHand(claim, !offers.isEmpty(), balance, amount);
        return give(wanted, row);
    }

    private UUID give(CreditUse wanted, InvoiceRow row) {
        var today = businessDate.today();
        var claims = settle.acceptOffersAmong(List.of(wanted.invoice()), today);
        var claim = claims.getOrDefault(wanted.invoice(), wanted.invoice());
        var given = new CreditUse(claim, wanted.holder(), wanted.amount());
        use.use(List.of(given), CreditMovement.Kind.USED, today);
        told(Act.CREDIT_USED, row, claim.value(), given.amount());
        return claim.value();
    }

    /**
     * Takes back what the invoice had of the balance; periods that nothing else has paid for are no longer paid.
     *
     * @throws RuleViolation when it was taken back before, or the invoice was credited since
     */
    public void takeBack(UUID invoice, UUID movement) {
        tenants.lock(Tenancy.required(), "money-in");
        var row = writable(invoice);
        var known = credit.ofInvoice(invoice).stream()
                .filter(each -> each.movement().id().equals(movement))
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
        if (known.undone() || !known.movement().amount().isNegative()) {
            throw RuleViolation.of("conflict-balance-given-back", Map.of());
        }
        var today = businessDate.today();
        var given = known.movement();
        var amount = given.amount().negated();
        var entry = CreditBooking.used(
                new CreditUse(new InvoiceId(invoice), given.holder(), amount), today, ledger.chart());
        var booked = LedgerStore.Booked.of(given.holder().seller(), entry.reversed(today));
        ledger.add(List.of(booked));
        settle.giveBack(Map.of(new InvoiceId(invoice), amount));
        credit.move(List.of(given.reversed(Ids.next(), CreditMovement.Kind.GIVEN_BACK, booked.id())), today);
        told(Act.CREDIT_GIVEN_BACK, row, invoice, amount);
    }

    /** An invoice that the caller sees, of a seller whose money the caller handles. */
    private InvoiceRow writable(UUID invoice) {
        var row = find.find(invoice).map(InvoiceDetail::invoice).orElseThrow(HttpProblem::notFound);
        var seller = groups.find(new GroupId(row.sellerGroupId()));
        if (seller.filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .isEmpty()) {
            throw RuleViolation.of("balance-other-seller", Map.of("number", row.number()));
        }
        return row;
    }

    private void told(Act act, InvoiceRow row, UUID invoice, Money amount) {
        trail.record(Deed.in(new GroupId(row.groupId()), act, invoice, List.of(Change.to(Field.AMOUNT, amount))));
    }
}

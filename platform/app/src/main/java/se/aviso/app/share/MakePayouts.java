package se.aviso.app.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.share.ShareBooking;

/** Puts what a seller owes on payouts, a group each, and notes that they were paid. */
@ApplicationScoped
@Transactional
public class MakePayouts {
    @Inject
    PayoutStore payouts;

    @Inject
    LedgerStore ledger;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * Makes a payout for each group that the seller owes more than nothing by that day. Where more was taken back than
     * has come, nothing is paid out, and the next payout is so much less.
     *
     * @return the ids of the payouts; none where nothing is owed
     */
    public List<UUID> make(UUID seller, LocalDate upTo) {
        var today = businessDate.today();
        if (upTo.isAfter(today)) {
            throw RuleViolation.at("/upTo", "payout-day", Map.of());
        }
        var group = seller(seller);
        tenants.lock(Tenancy.required(), "money-in"); // nothing is earned meanwhile
        var made = payouts.make(group.id(), upTo, today);
        told(
                Act.PAYOUTS_MADE,
                group,
                made.stream().map(PayoutStore.Made::amount).toList());
        return made.stream().map(PayoutStore.Made::id).toList();
    }

    /**
     * Notes that payouts have left the seller's bank on that day; one that is noted as paid stays as it is.
     *
     * @param wanted which of the seller's; all where none is named
     * @return how many were noted now
     */
    public int pay(UUID seller, Set<UUID> wanted, LocalDate paidOn) {
        var group = seller(seller);
        var unpaid = payouts.unpaid(group.id(), wanted);
        if (paidOn.isAfter(businessDate.today())
                || unpaid.stream().anyMatch(payout -> paidOn.isBefore(payout.madeOn()))) {
            throw RuleViolation.at("/paidOn", "payout-paid-day", Map.of());
        }
        var chart = ledger.chart();
        var entries = unpaid.stream()
                .map(payout -> LedgerStore.Booked.of(group.id(), ShareBooking.paidOut(payout.amount(), paidOn, chart)))
                .toList();
        ledger.add(entries);
        payouts.paid(unpaid, entries, paidOn);
        told(
                Act.PAYOUTS_PAID,
                group,
                unpaid.stream().map(PayoutStore.Held::amount).toList());
        return unpaid.size();
    }

    private void told(Act act, Group seller, List<Money> amounts) {
        if (amounts.isEmpty()) {
            return;
        }
        var sum = amounts.stream().reduce(Money::plus).orElseThrow();
        var changes = List.of(Change.to(Field.RECIPIENTS, amounts.size()), Change.to(Field.AMOUNT, sum));
        trail.record(new Deed(act, seller.id().value(), Optional.of(seller.id()), changes, Optional.empty()));
    }

    /** The seller, if the caller moves its money. */
    private Group seller(UUID id) {
        return Optional.ofNullable(groups.groupsById(List.of(new GroupId(id))).get(new GroupId(id)))
                .filter(group ->
                        caller.may(Permission.PAYMENT_WRITE, group.place().path()))
                .orElseThrow(MakePayouts::unknown);
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }
}

package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.tenant.Ids;
import se.aviso.credit.CreditBooking;
import se.aviso.credit.CreditUse;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * Settles claims with what is kept for their payers: ledger, movements, settlements and paid periods in sets, in the
 * caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class UseCredit {
    @Inject
    CreditStore credit;

    @Inject
    LedgerStore ledger;

    @Inject
    SettleInvoices settle;

    /** New claims take what is kept for their payers. One that came of an offer does not: the offer is being paid. */
    void atIssue(List<IssueInvoices.Issued> issued, LocalDate today) {
        var claims = issued.stream()
                .filter(each -> each.order().draft().kind() == InvoiceKind.CLAIM)
                .filter(each -> each.order().delivery().offer().isEmpty())
                .filter(each -> each.invoice().total().isPositive())
                .map(UseCredit::claim)
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        var balances = credit.locked(
                claims.stream().map(claim -> claim.holder().member()).toList(),
                claims.get(0).open().currency());
        if (!balances.isEmpty()) {
            use(CreditUse.of(balances, claims), CreditMovement.Kind.USED_AT_ISSUE, today);
        }
    }

    /** Books the uses; what is settled thereby becomes a paid period. */
    List<CreditMovement> use(List<CreditUse> uses, CreditMovement.Kind kind, LocalDate today) {
        if (uses.isEmpty()) {
            return List.of();
        }
        var chart = ledger.chart();
        var entries = new ArrayList<LedgerStore.Booked>();
        var movements = new ArrayList<CreditMovement>();
        var amounts = new HashMap<InvoiceId, Money>();
        for (var use : uses) {
            var entry = LedgerStore.Booked.of(use.holder().seller(), CreditBooking.used(use, today, chart));
            entries.add(entry);
            var cause = CreditMovement.Cause.ofInvoice(use.invoice().value());
            movements.add(new CreditMovement(
                    Ids.next(), kind, use.holder(), use.amount().negated(), cause, entry.id()));
            amounts.merge(use.invoice(), use.amount(), Money::plus);
        }
        ledger.add(entries);
        credit.move(movements, today);
        settle.receive(amounts, new SettleInvoices.On(today, today));
        return movements;
    }

    private static CreditUse.Claim claim(IssueInvoices.Issued issued) {
        var order = issued.order();
        var holder = new CreditUse.Holder(order.buyer().member(), order.seller().group());
        return new CreditUse.Claim(
                issued.invoice().id(), holder, issued.invoice().total());
    }
}

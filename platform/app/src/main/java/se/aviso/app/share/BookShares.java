package se.aviso.app.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.accounting.LedgerStore.Booked;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.share.EarnedShares;
import se.aviso.share.Share;
import se.aviso.share.ShareBooking;

/**
 * Sees to it that what groups have earned of claims stands in the seller's books, whenever settlements change; in sets.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BookShares {
    @Inject
    ShareStore shares;

    @Inject
    LedgerStore ledger;

    /**
     * Books what groups have earned more or less than before.
     *
     * @param settled what the claims' settlements are now; their rows are locked
     * @param on the day of the entries
     */
    public void follow(Map<InvoiceId, EarnedShares> settled, LocalDate on) {
        var claims = shares.of(settled.keySet());
        if (claims.isEmpty()) {
            return;
        }
        var chart = ledger.chart();
        var entries = new ArrayList<Booked>();
        var rows = new ArrayList<ShareStore.Change>();
        for (var claim : claims) {
            var earned = Optional.ofNullable(settled.get(claim.invoice()))
                    .orElseThrow()
                    .of(claim.shares(), claim.taken());
            var changes = EarnedShares.changes(claim.booked(), earned);
            if (!changes.isEmpty()) {
                var entry = Booked.of(claim.seller(), ShareBooking.earned(claim.invoice(), changes, on, chart));
                entries.add(entry);
                changes.forEach(change -> rows.add(new ShareStore.Change(claim, change, entry)));
            }
        }
        ledger.add(entries);
        shares.add(List.copyOf(rows));
    }

    /** What of other groups' shares in a claim was neither earned nor credited: it is to come still. */
    public Money toCome(InvoiceId claim) {
        return shares.of(List.of(claim)).stream().map(BookShares::toCome).reduce(Money.ore(0), Money::plus);
    }

    private static Money toCome(ShareStore.Claim claim) {
        var left = claim.shares().stream().map(Share::amount).reduce(Money.ore(0), Money::plus);
        for (var taken : claim.taken().values()) {
            left = left.minus(taken);
        }
        for (var booked : claim.booked()) {
            left = left.minus(booked.amount());
        }
        return left.isNegative() ? Money.ore(0) : left;
    }
}

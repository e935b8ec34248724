package se.aviso.app.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.invoice.CreditInvoices;
import se.aviso.invoice.Occasion;

/** Takes back what was billed of memberships that end; what a family is billed on the same document stands. */
@ApplicationScoped
class EndBilling {
    @Inject
    LifeStore store;

    @Inject
    CreditInvoices credit;

    @Inject
    BillMemberships bill;

    /** Credits of unpaid claims what was claimed for these memberships. */
    void credit(Collection<UUID> ending, String reason, LocalDate today) {
        var theirs = store.periods(ending);
        credit.credit(store.openClaims(ending), claim -> claim.leaving(theirs), cause(reason, today));
    }

    /**
     * Withdraws open offers; others of the family who were on them get a new one at once. Where something stands in the
     * way of that, the next run of renewals tells what.
     */
    void withdrawOffers(Collection<UUID> ending, String reason, LocalDate today) {
        var others = credit.withdrawFor(ending, store.openOffers(ending), cause(reason, today));
        if (!others.isEmpty()) {
            bill.bill(others, new BillMemberships.Order(Occasion.RENEWAL, today, Optional.empty()));
        }
    }

    private static CreditInvoices.Cause cause(String reason, LocalDate today) {
        return new CreditInvoices.Cause(reason, today, Optional.empty());
    }
}

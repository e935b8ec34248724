package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.invoice.CreditInvoices;
import se.aviso.app.invoice.SettlementStore;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.RunId;

/**
 * Takes back what a run has reminded of: the documents are at the level at which they were before, and what was claimed
 * beside them is credited. What was sent meanwhile is not this one's to know.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RecallReminders {
    /** A charge that somebody has credited already is as good as taken back. */
    private static final String CREDITED = "conflict-credited";

    @Inject
    TenantStore tenants;

    @Inject
    SettlementStore settlements;

    @Inject
    RecalledReminderStore reminders;

    @Inject
    CreditInvoices credit;

    /**
     * What became of the reminders.
     *
     * @param takenBack the documents that are as if this run had not reminded of them
     * @param stands the others, each with the code of why its reminder stands
     */
    public record Outcome(Set<UUID> takenBack, Map<UUID, String> stands) {}

    /** Takes back the run's reminders of these documents. */
    public Outcome takeBack(Collection<UUID> documents, RunId run, CreditInvoices.Cause cause) {
        tenants.lock(Tenancy.required(), "money-in"); // as who credits does, before any settlement
        settlements.openOf(documents); // nobody reminds of them meanwhile
        var stands = new HashMap<UUID, String>();
        var found = reminders.ofRun(run, documents);
        found.forEach((document, recall) -> recall.whyItStands().ifPresent(why -> stands.put(document, why)));
        var back = new HashMap<>(found);
        back.keySet().removeAll(stands.keySet());
        var charges = reminders.charges(run, back.keySet());
        credit.credit(charges.keySet(), cause).passedOver().forEach((charge, why) -> {
            if (!why.equals(CREDITED)) {
                stands.put(Optional.ofNullable(charges.get(charge)).orElseThrow(), why);
            }
        });
        back.keySet().removeAll(stands.keySet());
        reminders.record(run, back.keySet().stream().sorted().toList(), cause.today());
        return new Outcome(Set.copyOf(back.keySet()), Map.copyOf(stands));
    }
}

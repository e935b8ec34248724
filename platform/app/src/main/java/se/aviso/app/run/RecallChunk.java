package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.dispatch.RunDispatchStore;
import se.aviso.app.dunning.RecallReminders;
import se.aviso.app.invoice.CreditInvoices;
import se.aviso.app.tenant.BusinessDate;

/**
 * Takes back one chunk of what a run has issued: claims are credited, offers and reminders withdrawn, and what has not
 * left the house does not leave it. Only of what somebody may have in hand goes a credit note or a notice out.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RecallChunk {
    /** A claim that is credited already, and an offer that nobody can take any more, are as good as taken back. */
    private static final Set<String> TAKEN_BACK = Set.of("conflict-credited", "credit-offer");

    @Inject
    RunStore runs;

    @Inject
    TurnStore turns;

    @Inject
    RecallStore documents;

    @Inject
    RunDispatchStore dispatches;

    @Inject
    CreditInvoices credit;

    @Inject
    RecallReminders reminders;

    @Inject
    BusinessDate businessDate;

    /** Takes back the next chunk; false when all is taken back. */
    boolean next(Run run) {
        var chunk = turns.nextChunk(run, RecipientState.DONE);
        if (chunk.isEmpty()) {
            dispatches.sendNow(run.id()); // what was kept back and stands
            runs.end(run);
            return false;
        }
        var recipients = turns.recipients(run.id(), chunk.getAsInt(), RecipientState.DONE);
        var outcomes = run.kind() == RunKind.REMINDER ? reminders(run, recipients) : documents(run, recipients);
        turns.recordRecall(run.id(), chunk.getAsInt(), outcomes);
        return true;
    }

    private List<TurnStore.Outcome> documents(Run run, List<UUID> recipients) {
        var issued = documents.issued(run, recipients);
        var stands = takeBack(run, ids(issued.values()));
        return recipients.stream()
                .map(recipient -> outcome(recipient, issued.getOrDefault(recipient, List.of()), stands))
                .toList();
    }

    /** Who is reminded is a document: what is taken back is its reminder, not itself. */
    private List<TurnStore.Outcome> reminders(Run run, List<UUID> recipients) {
        var outcome = reminders.takeBack(recipients, run.id(), cause(run));
        dispatches.recallReminders(run.id(), outcome.takenBack());
        return recipients.stream()
                .map(recipient -> outcome(recipient, List.of(recipient), outcome.stands()))
                .toList();
    }

    /** Which documents could not be taken back, with the codes of the reasons. */
    private Map<UUID, String> takeBack(Run run, Set<UUID> issued) {
        dispatches.withdraw(issued);
        var stands = new HashMap<>(credit.credit(issued, cause(run)).passedOver());
        stands.values().removeIf(TAKEN_BACK::contains);
        return stands;
    }

    private CreditInvoices.Cause cause(Run run) {
        return new CreditInvoices.Cause(documents.reason(run.id()), businessDate.today(), Optional.of(run.id()));
    }

    private static TurnStore.Outcome outcome(UUID recipient, List<UUID> issued, Map<UUID, String> stands) {
        var reason =
                issued.stream().filter(stands::containsKey).map(stands::get).findFirst();
        return new TurnStore.Outcome(
                recipient, reason.isPresent() ? RecipientState.STANDS : RecipientState.RECALLED, reason);
    }

    private static Set<UUID> ids(Collection<List<UUID>> issued) {
        var ids = new HashSet<UUID>();
        issued.forEach(ids::addAll);
        return ids;
    }
}

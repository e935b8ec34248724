package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.dunning.RemindInvoices;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.invoice.Foreseen;
import se.aviso.app.life.CarryOutLife;
import se.aviso.app.member.EndPeriods;
import se.aviso.invoice.Occasion;

/** Looks at one chunk of a run's recipients in advance, set-wise, and keeps what would come; nothing is issued. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ForeseeChunk {
    @Inject
    RunStore runs;

    @Inject
    TurnStore turns;

    @Inject
    ForecastStore forecasts;

    @Inject
    BillMemberships billing;

    @Inject
    RemindInvoices dunning;

    @Inject
    EndPeriods endPeriods;

    @Inject
    CarryOutLife life;

    /** Looks at the next chunk; false when all have been looked at. */
    boolean next(Run run) {
        var chunk = turns.nextChunk(run, RecipientState.WAITING);
        if (chunk.isEmpty()) {
            runs.end(run);
            return false;
        }
        var recipients = turns.recipients(run.id(), chunk.getAsInt(), RecipientState.WAITING);
        forecasts.add(run.id(), foresee(run, recipients));
        turns.recordForeseen(run.id(), chunk.getAsInt(), recipients.size());
        return true;
    }

    private List<Foreseen> foresee(Run run, List<UUID> recipients) {
        var today = run.businessDate();
        return switch (run.kind()) {
            case SELECTION -> billing.foresee(recipients, order(run, Occasion.FIRST));
            case RENEWAL -> billing.foresee(recipients, order(run, Occasion.RENEWAL));
            case REMINDER -> dunning.foreseeReminders(recipients, today);
            case LAPSE -> dunning.foreseeLapses(recipients, today);
            case PERIOD_END -> whereDue(recipients, endPeriods.over(recipients, today));
            case LIFE -> whereDue(recipients, life.due(recipients, today));
            case ONE_OFF -> throw new IllegalStateException("a batch is looked at as drafts, before its run");
        };
    }

    /** Something comes for those for whom it is due, but no document. */
    private static List<Foreseen> whereDue(List<UUID> recipients, Set<UUID> due) {
        return recipients.stream()
                .map(id -> due.contains(id)
                        ? Foreseen.comes(id, Optional.empty())
                        : Foreseen.passedOver(id, ExecuteChunk.NOT_DUE))
                .toList();
    }

    private static BillMemberships.Order order(Run run, Occasion occasion) {
        return new BillMemberships.Order(occasion, run.businessDate(), Optional.of(run.id()));
    }
}

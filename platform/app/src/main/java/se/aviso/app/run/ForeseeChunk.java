package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.dunning.RemindInvoices;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.invoice.Foreseen;
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
            case PERIOD_END -> foreseeEnds(run, recipients);
        };
    }

    private List<Foreseen> foreseeEnds(Run run, List<UUID> periods) {
        var over = endPeriods.over(periods, run.businessDate());
        return periods.stream()
                .map(period -> over.contains(period)
                        ? Foreseen.comes(period, Optional.empty())
                        : Foreseen.passedOver(period, "not-due"))
                .toList();
    }

    private static BillMemberships.Order order(Run run, Occasion occasion) {
        return new BillMemberships.Order(occasion, run.businessDate(), Optional.of(run.id()));
    }
}

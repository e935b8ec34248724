package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.RunDispatchStore;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

/** Shows runs of the caller's subtrees: how far they are, what they would bring, what they have brought. */
@ApplicationScoped
@Transactional
public class FindRuns {
    private static final int MOST_BLOCKERS = 50;

    @Inject
    RunStore runs;

    @Inject
    TurnStore turns;

    @Inject
    ForecastStore forecasts;

    @Inject
    RecipientListStore recipients;

    @Inject
    RunSettingStore settings;

    @Inject
    RunDispatchStore dispatches;

    @Inject
    RunSellers sellers;

    @Inject
    Caller caller;

    /** A run with the reasons for which recipients failed or were passed over, and how often each occurs. */
    public record Listed(Run run, Map<String, Long> reasons) {}

    /**
     * All about a run.
     *
     * @param preview empty where nobody asked for one
     * @param groupName of its subtree; empty for the whole tree
     * @param recallable true when there is something to take back, and the caller works for all who sell it
     */
    public record Seen(
            Listed listed, String groupName, Optional<Preview> preview, Outcome outcome, boolean recallable) {
        public Run run() {
            return listed.run();
        }

        /** False while the run works: its progress is known, what it comes to is counted when it stands still. */
        public boolean counted() {
            return run().state() != RunState.RUNNING;
        }
    }

    /**
     * What a run has issued, what came otherwise than foreseen, and how its mailings are doing.
     *
     * @param without what reminders went without, or will, though the policy wants it; by the code of the reason
     */
    public record Outcome(
            ForecastStore.Issued issued,
            ForecastStore.Changes changes,
            RunDispatchStore.Tally dispatches,
            Map<String, Long> without) {}

    /** The newest runs. */
    public List<Listed> newest(RunStore.Wanted wanted, PageRequest page) {
        return listed(runs.newest(caller.pathsFor(Permission.RUN_READ), wanted, page));
    }

    /** The run of that id. */
    public Seen see(RunId id) {
        return seen(own(id));
    }

    /** Its recipients; those that need a person first. */
    public List<RecipientListStore.Recipient> recipients(RunId id, RecipientListStore.Wanted wanted, PageRequest page) {
        return recipients.page(own(id), wanted, page);
    }

    private Run own(RunId id) {
        return runs.find(id)
                .filter(run -> caller.may(Permission.RUN_READ, run.order().groupPath()))
                .orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
    }

    private List<Listed> listed(List<Run> found) {
        var reasons = turns.reasons(found.stream().map(Run::id).toList());
        return found.stream()
                .map(run -> new Listed(run, reasons.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    /** Who looks every second at a run that works is told from its row; nothing is added up over its recipients. */
    private Seen seen(Run run) {
        return run.state() == RunState.RUNNING ? atWork(run) : counted(run);
    }

    private Seen atWork(Run run) {
        var outcome = new Outcome(
                new ForecastStore.Issued(0, Money.ore(0)),
                new ForecastStore.Changes(0, 0),
                dispatches.begun(run.stage().holdUntil()),
                Map.of());
        return new Seen(listed(List.of(run)).get(0), runs.groupName(run), Optional.empty(), outcome, false);
    }

    private Seen counted(Run run) {
        var previewed = run.phase() == RunPhase.PREVIEW || run.progress().foreseen() > 0;
        var preview = previewed ? Optional.of(preview(run)) : Optional.<Preview>empty();
        var changes = previewed ? forecasts.changes(run.id()) : new ForecastStore.Changes(0, 0);
        var outcome = new Outcome(
                forecasts.issued(run),
                changes,
                dispatches.tally(run.id(), run.stage().holdUntil()),
                without(run, preview));
        var recallable = run.mayBeRecalled() && outcome.issued().count() > 0 && sellers.areCallers(run.id());
        return new Seen(listed(List.of(run)).get(0), runs.groupName(run), preview, outcome, recallable);
    }

    /** Before anything is issued as it was foreseen, and then as it was. */
    private Map<String, Long> without(Run run, Optional<Preview> preview) {
        if (run.kind() != RunKind.REMINDER) {
            return Map.of();
        }
        return run.phase() == RunPhase.PREVIEW
                ? preview.map(Preview::without).orElse(Map.of())
                : forecasts.wentWithout(run.id());
    }

    private Preview preview(Run run) {
        return Preview.of(forecasts.shares(run.id()), forecasts.blockers(run, MOST_BLOCKERS), settings.costs());
    }
}

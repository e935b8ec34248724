package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.app.dunning.RemindInvoices;
import se.aviso.app.invoice.BillMemberships;
import se.aviso.app.invoice.IssueSketches;
import se.aviso.app.life.CarryOutLife;
import se.aviso.app.member.EndPeriods;
import se.aviso.invoice.Occasion;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.RunId;

/** Does one chunk of a run and notes what became of it, in one transaction: done twice, it does nothing. */
@ApplicationScoped
@Transactional
public class ExecuteChunk {
    @Inject
    RunStore runs;

    @Inject
    TurnStore turns;

    @Inject
    ForeseeChunk foresee;

    @Inject
    RecallChunk recall;

    @Inject
    BillMemberships billing;

    @Inject
    IssueSketches sketches;

    @Inject
    RemindInvoices dunning;

    @Inject
    EndPeriods endPeriods;

    @Inject
    CarryOutLife life;

    /** What stands for a recipient for whom the time had not come, or not any more, when its turn came. */
    static final String NOT_DUE = "not-due";

    /** Whom it was done for, for whom it failed, and who was passed over, with the codes of the reasons. */
    private record Effect(Set<UUID> done, Map<UUID, String> failed, Map<UUID, String> passedOver) {
        static Effect done(Set<UUID> done) {
            return new Effect(done, Map.of(), Map.of());
        }

        TurnStore.Outcome of(UUID recipient) {
            var failure = Optional.ofNullable(failed.get(recipient));
            if (failure.isPresent()) {
                return new TurnStore.Outcome(recipient, RecipientState.FAILED, failure);
            }
            return done.contains(recipient)
                    ? new TurnStore.Outcome(recipient, RecipientState.DONE, Optional.empty())
                    : new TurnStore.Outcome(
                            recipient,
                            RecipientState.PASSED_OVER,
                            Optional.of(passedOver.getOrDefault(recipient, NOT_DUE)));
        }
    }

    /** Runs with work left, the oldest first. */
    public List<RunId> running() {
        return runs.running();
    }

    /** Does the next chunk of the run's phase; false when there is no more to do, or it is not to go on. */
    public boolean next(RunId id) {
        var run = runs.locked(id).filter(found -> found.state() == RunState.RUNNING);
        return run.filter(this::next).isPresent();
    }

    private boolean next(Run run) {
        return switch (run.phase()) {
            case PREVIEW -> foresee.next(run);
            case WORK -> work(run);
            case RECALL -> recall.next(run);
        };
    }

    private boolean work(Run run) {
        var chunk = turns.nextChunk(run, RecipientState.WAITING);
        if (chunk.isEmpty()) {
            runs.end(run);
            return false;
        }
        var waiting = turns.recipients(run.id(), chunk.getAsInt(), RecipientState.WAITING);
        var effect = effect(run, waiting);
        var had = Stream.concat(waiting.stream(), billedAlong(run, waiting, effect).stream());
        turns.recordWork(run.id(), chunk.getAsInt(), had.map(effect::of).toList());
        return true;
    }

    /** Of a family that is billed together, those whose turn comes later have had it too. */
    private List<UUID> billedAlong(Run run, List<UUID> waiting, Effect effect) {
        var others = new HashSet<>(effect.done());
        waiting.forEach(others::remove);
        return others.isEmpty() ? List.of() : turns.waitingAmong(run.id(), others);
    }

    /** Stops a run whose chunks fail; what is committed stays. */
    public void fail(RunId id) {
        runs.move(id, RunState.RUNNING, RunState.FAILED);
    }

    private Effect effect(Run run, List<UUID> subjects) {
        return switch (run.kind()) {
            case SELECTION -> bill(run, Occasion.FIRST, subjects);
            case RENEWAL -> bill(run, Occasion.RENEWAL, subjects);
            case REMINDER -> remind(run, subjects);
            case LAPSE -> Effect.done(dunning.lapse(subjects, run.businessDate()));
            case PERIOD_END -> Effect.done(endPeriods.end(subjects, run.businessDate()));
            case LIFE -> Effect.done(life.carryOut(subjects, run.businessDate()));
            case ONE_OFF -> issue(run, subjects);
        };
    }

    private Effect issue(Run run, List<UUID> drafts) {
        var outcome = sketches.issue(drafts, run.businessDate(), Optional.of(run.id()));
        return new Effect(outcome.issued(), outcome.refused(), Map.of());
    }

    private Effect remind(Run run, List<UUID> documents) {
        var outcome = dunning.remind(documents, run.businessDate(), run.id());
        return new Effect(outcome.reminded(), outcome.refused(), outcome.passedOver());
    }

    private Effect bill(Run run, Occasion occasion, List<UUID> memberships) {
        var order = new BillMemberships.Order(occasion, run.businessDate(), Optional.of(run.id()));
        var billed = billing.bill(memberships, order);
        return new Effect(
                billed.billed().stream().map(MembershipId::value).collect(Collectors.toSet()),
                byValue(billed.blocked()),
                byValue(billed.notDue()));
    }

    private static Map<UUID, String> byValue(Map<MembershipId, String> codes) {
        var plain = new HashMap<UUID, String>();
        codes.forEach((id, code) -> plain.put(id.value(), code));
        return plain;
    }
}

package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.dunning.RemindInvoices;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.GroupTreeStore;
import se.aviso.app.invoice.WriteBatch;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dunning.DunningPolicy;
import se.aviso.group.Group;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;
import se.aviso.run.Choice;

/** Freezes whom a run concerns; from then on it goes by itself, chunk by chunk. */
@ApplicationScoped
@Transactional
public class StartRun {
    private static final int FORBIDDEN = 403;

    @Inject
    RunStore runs;

    @Inject
    RecipientStore recipients;

    @Inject
    WriteBatch batches;

    @Inject
    MembershipTypeStore types;

    @Inject
    RemindInvoices dunning;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    RunSettingStore settings;

    @Inject
    BusinessDate businessDate;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What to run, on which day, for which subtree ({@code /} for all), for which memberships, and for whom. */
    public record Wish(RunKind kind, LocalDate businessDate, String groupPath, Choice choice, Asked asked) {
        /** The same for all of the subtree. */
        public Wish(RunKind kind, LocalDate businessDate, String groupPath, Asked asked) {
            this(kind, businessDate, groupPath, Choice.ALL, asked);
        }
    }

    /**
     * Who asked for a run.
     *
     * @param by the user's name
     * @param byItself true for the day's own work
     * @param preview true when it waits for approval before anything is done
     */
    public record Asked(String by, boolean byItself, boolean preview) {}

    /** Starts the run. */
    public Run start(Wish wish) {
        tree.hold();
        return begin(wish, due(wish));
    }

    /** Issues what waits of a batch, unless a run has it in hand; of one that ended early another issues the rest. */
    public Run issue(UUID batch) {
        var path = batches.issuing(batch).group().path();
        tree.hold();
        var asked = new Asked(caller.name(), false, false);
        var run =
                begin(new Wish(RunKind.ONE_OFF, businessDate.today(), path, asked), List.of(recipients.drafts(batch)));
        batches.begunBy(batch, run.id());
        return run;
    }

    /**
     * Starts those that have a recipient, in their order; a proposal takes the place of an older one of its kind that
     * nobody has approved.
     */
    public List<Run> startDue(List<Wish> wishes) {
        var older = wishes.stream()
                .filter(wish -> wish.asked().preview())
                .flatMap(wish -> runs.openProposals(wish.kind()).stream())
                .toList();
        tree.hold(); // behind the rows of runs, as a chunk of a run does it
        var begun = new ArrayList<Run>();
        older.forEach(this::supersede); // all rows of others are locked before the trail is
        for (var wish : wishes) {
            var due = due(wish).stream().filter(recipients::any).toList();
            if (!due.isEmpty()) {
                begun.add(begin(wish, due));
            }
        }
        return begun;
    }

    /** True while work goes on that began without anybody asking for it. */
    public boolean goesByItself() {
        return runs.goesByItself();
    }

    private void supersede(Run older) {
        recipients.release(older.id());
        runs.move(older.id(), older.state(), RunState.CANCELLED);
        trail.record(Deed.ofTenant(
                Act.RUN_STEERED,
                older.id().value(),
                List.of(Change.of(Field.STATE, older.state(), RunState.CANCELLED))));
    }

    private Run begin(Wish wish, List<RecipientStore.Due> due) {
        var id = new RunId(Ids.next());
        var now = clock.instant();
        var stage = wish.asked().preview()
                ? Run.Stage.beginning(RunPhase.PREVIEW, Optional.empty())
                : Run.Stage.beginning(RunPhase.WORK, Optional.of(settings.hold().until(now)));
        var order = new Run.Order(wish.kind(), wish.businessDate(), wish.groupPath(), wish.choice());
        var begun = new Run.Begun(wish.asked().by(), now, wish.asked().byItself());
        var run = new Run(id, order, stage, Run.Progress.NONE, begun);
        runs.add(run);
        var total = 0;
        for (var each : due) {
            total += recipients.freeze(id, each, total);
        }
        runs.recordTotal(run, total);
        told(run, total);
        return runs.find(id).orElseThrow();
    }

    private void told(Run run, int total) {
        var path = run.order().groupPath();
        var group = Optional.ofNullable(groups.idsByPath(List.of(path)).get(path));
        var changes = List.of(
                Change.to(Field.KIND, run.kind()),
                Change.to(Field.PHASE, run.phase()),
                Change.to(Field.RECIPIENTS, total));
        trail.record(new Deed(Act.RUN_STARTED, run.id().value(), group, changes, Optional.empty()));
    }

    /** Starts a run on the tenant's day; a caller may name the day only to be sure that it is this one. */
    public Run startOn(RunKind kind, Optional<LocalDate> day, String groupPath, Choice choice, boolean preview) {
        requirePossible(kind, choice);
        var today = businessDate.today();
        if (day.filter(named -> !named.equals(today)).isPresent()) {
            throw RuleViolation.at("/businessDate", "business-date-other", Map.of("today", today.toString()));
        }
        return start(new Wish(kind, today, groupPath, choice, new Asked(caller.name(), false, preview)));
    }

    /** Only who is billed anew can be chosen: what else falls due is the same for all. */
    private void requirePossible(RunKind kind, Choice choice) {
        if (kind != RunKind.SELECTION && !choice.isAll()) {
            throw RuleViolation.at("/kind", "choice-of-selection", Map.of());
        }
        var known = types.all();
        for (var at = 0; at < choice.types().size(); at++) {
            if (!known.containsKey(choice.types().get(at))) {
                throw RuleViolation.at("/typeIds/" + at, "unknown-type", Map.of());
            }
        }
    }

    /**
     * The path of a group, or of the whole tree where none is named; it stays so until the run has started. A group of
     * others is as unknown as any other.
     */
    public String path(Optional<GroupId> group) {
        tree.hold();
        if (group.isEmpty() && !isOwn(Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden"); // who runs a part of the tree names it
        }
        return group.map(id -> groups.find(id)
                        .map(Group::place)
                        .map(Group.Place::path)
                        .filter(this::isOwn)
                        .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of())))
                .orElse(Grant.WHOLE_TREE);
    }

    private boolean isOwn(String path) {
        return caller.may(Permission.RUN_WRITE, path);
    }

    private List<RecipientStore.Due> due(Wish wish) {
        var today = wish.businessDate();
        var path = wish.groupPath();
        return switch (wish.kind()) {
            case SELECTION -> List.of(recipients.withoutPeriod(path, wish.choice()));
            case RENEWAL ->
                types.all().values().stream()
                        .map(type -> recipients.endingBy(
                                type,
                                new DayRange(
                                        type.periods().earliestEnd(today),
                                        type.policies().renewal().endsBy(today)),
                                path))
                        .toList();
            case REMINDER -> remindersDue(today, path);
            case LAPSE -> lapsesDue(today, path);
            case PERIOD_END -> List.of(recipients.periodsOverBefore(today, path));
            case LIFE -> List.of(recipients.lifeDue(today, path));
            case ONE_OFF -> throw RuleViolation.at("/kind", "run-of-batch", Map.of());
        };
    }

    /** Level by level: of each level the latest day that any policy has; the core looks at each document again. */
    private List<RecipientStore.Due> remindersDue(LocalDate today, String path) {
        var policies = dunning.policies();
        var offers = policies.stream().anyMatch(policy -> policy.lapse().remindsOffers());
        var levels = policies.stream()
                .mapToInt(policy -> policy.levels().size())
                .max()
                .orElse(0);
        var due = new ArrayList<RecipientStore.Due>();
        for (var number = 1; number <= levels; number++) {
            var level = new RecipientStore.Level(number, latestDue(policies, number, today), today);
            due.add(recipients.unpaidAt(level, path));
            if (offers) {
                due.add(recipients.offersAt(level, path));
            }
        }
        return due;
    }

    private static LocalDate latestDue(List<DunningPolicy> policies, int level, LocalDate today) {
        return policies.stream()
                .flatMap(policy -> policy.dueBy(level, today).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<RecipientStore.Due> lapsesDue(LocalDate today, String path) {
        var due = new ArrayList<RecipientStore.Due>();
        due.add(recipients.offersDueBefore(latestLapse(today), path));
        dunning.policies().stream()
                .flatMap((DunningPolicy policy) -> policy.lapse().claimAfterDays().stream())
                .map(today::minusDays)
                .max(Comparator.naturalOrder())
                .ifPresent(before -> due.add(recipients.claimsWithPeriodsDueBefore(before, path)));
        return due;
    }

    private LocalDate latestLapse(LocalDate today) {
        return dunning.policies().stream()
                .map((DunningPolicy policy) -> policy.lapsedWhenDueBefore(today))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }
}

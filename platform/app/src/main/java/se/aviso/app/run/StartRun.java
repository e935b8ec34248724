package se.aviso.app.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
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
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RunId;

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
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** What to run, on which day, for which subtree ({@code /} for all), and who asked for it. */
    public record Wish(RunKind kind, LocalDate businessDate, String groupPath, String by) {}

    /** Starts the run. */
    public Run start(Wish wish) {
        return start(wish, id -> freeze(id, wish));
    }

    /** Issues the drafts of a batch; a batch is issued once. */
    public Run issue(UUID batch) {
        var issued = batches.issuing(batch);
        var wish =
                new Wish(RunKind.ONE_OFF, businessDate.today(), issued.group().path(), caller.name());
        var run = start(wish, id -> recipients.drafts(id, batch));
        batches.begunBy(batch, run.id());
        return run;
    }

    private Run start(Wish wish, ToIntFunction<RunId> freezing) {
        tree.hold();
        var id = new RunId(Ids.next());
        runs.add(
                new Run(
                        id,
                        wish.kind(),
                        new Run.Scope(wish.businessDate(), wish.groupPath()),
                        RunState.RUNNING,
                        new Run.Progress(0, 0, 0)),
                wish.by());
        var recipients = freezing.applyAsInt(id);
        runs.recordTotal(id, recipients);
        var group =
                Optional.ofNullable(groups.idsByPath(List.of(wish.groupPath())).get(wish.groupPath()));
        var changes = List.of(Change.to(Field.KIND, wish.kind()), Change.to(Field.RECIPIENTS, recipients));
        trail.record(new Deed(Act.RUN_STARTED, id.value(), group, changes, Optional.empty()));
        return runs.find(id).orElseThrow();
    }

    /** Starts a run on the tenant's day; a caller may name the day only to be sure that it is this one. */
    public Run startOn(RunKind kind, Optional<LocalDate> day, String groupPath, String by) {
        var today = businessDate.today();
        if (day.filter(named -> !named.equals(today)).isPresent()) {
            throw RuleViolation.at("/businessDate", "business-date-other", Map.of("today", today.toString()));
        }
        return start(new Wish(kind, today, groupPath, by));
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

    private int freeze(RunId id, Wish wish) {
        return switch (wish.kind()) {
            case SELECTION -> recipients.withoutPeriod(id, wish.groupPath());
            case RENEWAL -> freezeRenewals(id, wish);
            case REMINDER -> freezeReminders(id, wish);
            case LAPSE -> freezeLapses(id, wish);
            case LIFE -> recipients.lifeDue(id, wish.businessDate(), wish.groupPath());
            case PERIOD_END -> recipients.periodsOverBefore(id, wish.businessDate(), wish.groupPath());
            case ONE_OFF -> throw RuleViolation.at("/kind", "run-of-batch", Map.of());
        };
    }

    private int freezeRenewals(RunId id, Wish wish) {
        var count = 0;
        for (var type : types.all().values()) {
            var endsBy = type.policies().renewal().endsBy(wish.businessDate());
            count += recipients.endingBy(id, type, endsBy, wish.groupPath());
        }
        return count;
    }

    /** Level by level: of each level the latest day that any policy has; the core looks at each document again. */
    private int freezeReminders(RunId id, Wish wish) {
        var count = 0;
        var policies = dunning.policies();
        var offers = policies.stream().anyMatch(policy -> policy.lapse().remindsOffers());
        var levels = policies.stream()
                .mapToInt(policy -> policy.levels().size())
                .max()
                .orElse(0);
        for (var level = 1; level <= levels; level++) {
            var number = level;
            var dueBy = policies.stream()
                    .flatMap((DunningPolicy policy) -> policy.dueBy(number, wish.businessDate()).stream())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var due = new RecipientStore.Due(level, dueBy, wish.businessDate());
            count += recipients.unpaidAt(id, due, wish.groupPath());
            count += offers ? recipients.offersAt(id, due, wish.groupPath()) : 0;
        }
        return count;
    }

    private int freezeLapses(RunId id, Wish wish) {
        var count = recipients.offersDueBefore(id, latestLapse(wish.businessDate()), wish.groupPath());
        var claims = dunning.policies().stream()
                .flatMap((DunningPolicy policy) -> policy.lapse().claimAfterDays().stream())
                .map(days -> wish.businessDate().minusDays(days))
                .max(Comparator.naturalOrder());
        return count
                + claims.map(before -> recipients.claimsWithPeriodsDueBefore(id, before, wish.groupPath()))
                        .orElse(0);
    }

    private LocalDate latestLapse(LocalDate today) {
        return dunning.policies().stream()
                .map((DunningPolicy policy) -> policy.lapsedWhenDueBefore(today))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }
}

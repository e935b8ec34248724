package se.aviso.app.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.run.RunSettingStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.simulation.PaymentPattern;

/** Begins a simulation, and throws one away; it is played in the background. */
@ApplicationScoped
@Transactional
public class StartSimulation {
    private static final int FORBIDDEN = 403;
    private static final int MOST_MONTHS = 24;
    private static final int MOST_UNFINISHED = 3;
    private static final int PERCENT = 100;

    @Inject
    SimulationStore store;

    @Inject
    SimulationBook book;

    @Inject
    LastYearStore lastYear;

    @Inject
    RunSettingStore settings;

    @Inject
    GroupStore groups;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    AuditTrail trail;

    /**
     * What to play.
     *
     * @param paidPercent how many of a hundred pay, on the due day; without it people pay as in the last year
     */
    public record Wish(int months, Optional<UUID> group, Optional<Integer> paidPercent, SaidCosts costs) {}

    /** What sending one document costs; what is not said is as the tenant's settings have it. */
    public record SaidCosts(Optional<Money> letter, Optional<Money> email) {}

    /** Begins it. */
    public Simulation start(Wish wish) {
        if (wish.months() < 1 || wish.months() > MOST_MONTHS) {
            throw RuleViolation.at("/months", "simulation-months", Map.of("most", Integer.toString(MOST_MONTHS)));
        }
        var costs = costs(wish.costs());
        requireCosts(costs);
        var path = path(wish.group().map(GroupId::new));
        if (store.unfinished() >= MOST_UNFINISHED) {
            throw RuleViolation.of("simulations-too-many", Map.of("most", Integer.toString(MOST_UNFINISHED)));
        }
        var today = businessDate.today();
        var share = wish.paidPercent().map(StartSimulation::share);
        var question = new Simulation.Question(today, wish.months(), wish.group(), path, share, costs);
        var simulation = new Simulation(
                Ids.next(),
                question,
                share.map(PaymentPattern::stated).orElseGet(() -> asLastYear(today, path)),
                SimulationState.RUNNING,
                new Simulation.Progress(0, Optional.empty(), book.count(path), 0, 0),
                clock.instant());
        store.add(simulation, caller.name());
        var changes = List.of(Change.to(Field.MONTHS, wish.months()));
        trail.record(new Deed(
                Act.SIMULATION_STARTED, simulation.id(), wish.group().map(GroupId::new), changes, Optional.empty()));
        return simulation;
    }

    /** Throws one away with its result. */
    public void remove(UUID id) {
        var simulation = store.find(id, caller.pathsFor(Permission.RUN_WRITE)).orElseThrow(HttpProblem::notFound);
        store.remove(simulation.id());
    }

    private static int share(int percent) {
        if (percent < 0 || percent > PERCENT) {
            throw RuleViolation.at("/paidPercent", "simulation-percent", Map.of());
        }
        return percent * (PaymentPattern.WHOLE / PERCENT);
    }

    private Simulation.Costs costs(SaidCosts said) {
        var usual = settings.costs();
        return new Simulation.Costs(
                said.letter().orElseGet(() -> usual.each(Channel.LETTER)),
                said.email().orElseGet(() -> usual.each(Channel.EMAIL)));
    }

    private static void requireCosts(Simulation.Costs costs) {
        if (costs.letter().isNegative() || costs.email().isNegative()) {
            throw RuleViolation.at("/costs", "simulation-costs", Map.of());
        }
    }

    private PaymentPattern asLastYear(LocalDate today, String path) {
        return lastYear.pattern(today, path)
                .orElseThrow(() -> RuleViolation.at("/paidPercent", "simulation-no-history", Map.of()));
    }

    /** Who plans for a part of the tree names it; a group of others is as unknown as any other. */
    private String path(Optional<GroupId> group) {
        if (group.isEmpty() && !caller.may(Permission.RUN_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        return group.map(id -> groups.find(id)
                        .map(Group::place)
                        .map(Group.Place::path)
                        .filter(path -> caller.may(Permission.RUN_WRITE, path))
                        .orElseThrow(() -> RuleViolation.at("/groupId", "unknown-group", Map.of())))
                .orElse(Grant.WHOLE_TREE);
    }
}

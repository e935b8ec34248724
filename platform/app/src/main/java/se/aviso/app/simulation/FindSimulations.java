package se.aviso.app.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.dunning.RateGap;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.dunning.ChargeGuard;
import se.aviso.kernel.GroupId;
import se.aviso.simulation.MonthTally;

/** Shows a caller the simulations of their subtrees. */
@ApplicationScoped
@Transactional
public class FindSimulations {
    @Inject
    SimulationStore store;

    @Inject
    RateGap rateGap;

    @Inject
    Caller caller;

    /** A month, beside the same month a year earlier. */
    public record Month(YearMonth month, MonthTally simulated, MonthTally lastYear) {}

    /** A month in a group, likewise. */
    public record OfGroup(
            YearMonth month, GroupId group, String groupName, MonthTally simulated, MonthTally lastYear) {}

    /** The newest of them. */
    public List<Simulation> newest(PageRequest page) {
        return store.newest(caller.pathsFor(Permission.RUN_READ), page);
    }

    /** One of them. */
    public Optional<Simulation> find(UUID id) {
        return store.find(id, caller.pathsFor(Permission.RUN_READ));
    }

    /** What its policies want and cannot have on its first day: interest by a reference rate that is not on record. */
    public List<String> warnings(Simulation simulation) {
        return rateGap.isOn(simulation.question().today()) ? List.of(ChargeGuard.NO_RATE) : List.of();
    }

    /** Its months in order, of all its groups together. */
    public List<Month> months(Simulation simulation) {
        var sums = new TreeMap<YearMonth, Map<SimulationStore.Origin, MonthTally>>();
        for (var figure : store.figures(simulation.id())) {
            sums.computeIfAbsent(aligned(figure), month -> new EnumMap<>(SimulationStore.Origin.class))
                    .merge(figure.origin(), figure.tally(), MonthTally::plus);
        }
        var first = YearMonth.from(simulation.question().today().plusDays(1));
        var last = YearMonth.from(simulation.question().lastDay());
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> {
                    var of = sums.getOrDefault(month, Map.of());
                    return new Month(
                            month,
                            of.getOrDefault(SimulationStore.Origin.SIMULATED, MonthTally.EMPTY),
                            of.getOrDefault(SimulationStore.Origin.LAST_YEAR, MonthTally.EMPTY));
                })
                .toList();
    }

    /** Its months group by group, where anything happens. */
    public List<OfGroup> groups(Simulation simulation) {
        var rows = new TreeMap<String, OfGroup>();
        for (var figure : store.figures(simulation.id())) {
            var row = rows.computeIfAbsent(
                    aligned(figure) + " " + figure.groupName() + " " + figure.group(),
                    key -> new OfGroup(
                            aligned(figure), figure.group(), figure.groupName(), MonthTally.EMPTY, MonthTally.EMPTY));
            var simulated = figure.origin() == SimulationStore.Origin.SIMULATED;
            rows.put(
                    row.month() + " " + row.groupName() + " " + row.group(),
                    new OfGroup(
                            row.month(),
                            row.group(),
                            row.groupName(),
                            simulated ? row.simulated().plus(figure.tally()) : row.simulated(),
                            simulated ? row.lastYear() : row.lastYear().plus(figure.tally())));
        }
        return List.copyOf(rows.values());
    }

    /** The month of the simulation beside which a figure stands. */
    private static YearMonth aligned(SimulationStore.Figures figure) {
        return figure.origin() == SimulationStore.Origin.SIMULATED
                ? figure.month()
                : figure.month().plusYears(1);
    }
}

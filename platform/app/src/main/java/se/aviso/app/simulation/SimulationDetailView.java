package se.aviso.app.simulation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.simulation.MonthTally;

/** What a simulation came to, or how far it is. */
@Named
@RequestScoped
@Screen(path = "/simulation/detail.xhtml", needs = Permission.RUN_READ)
public class SimulationDetailView {
    private static final int ORE_A_KRONA = 100;

    @Inject
    FindSimulations find;

    @Inject
    FindGroups groups;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Texts texts;

    private @Nullable Simulation simulation;
    private List<FindSimulations.Month> months = List.of();

    @PostConstruct
    void load() {
        simulation = address.id("id").flatMap(find::find).orElse(null);
        var found = simulation;
        if (found == null) {
            Absent.answer();
        } else if (found.state() == SimulationState.DONE) {
            months = find.months(found);
        }
    }

    /** What its policies want and cannot have, as codes. */
    public List<String> getWarnings() {
        return simulation == null ? List.of() : find.warnings(simulation);
    }

    /** The simulation; null where the address leads to none. */
    public @Nullable Simulation getSimulation() {
        return simulation;
    }

    public List<FindSimulations.Month> getMonths() {
        return months;
    }

    /** True where nothing was issued, nothing came in, and nothing did so a year ago. */
    public boolean isEmpty() {
        return months.stream()
                .allMatch(month -> month.simulated().equals(MonthTally.EMPTY)
                        && month.lastYear().equals(MonthTally.EMPTY));
    }

    public SimulationChart getChart() {
        return SimulationChart.of(months);
    }

    /** All months together. */
    public MonthTally getSum() {
        return months.stream().map(FindSimulations.Month::simulated).reduce(MonthTally.EMPTY, MonthTally::plus);
    }

    /** All months of last year together. */
    public MonthTally getLastYearSum() {
        return months.stream().map(FindSimulations.Month::lastYear).reduce(MonthTally.EMPTY, MonthTally::plus);
    }

    /** What sending cost. */
    public Money postage(MonthTally tally) {
        var costs = shown().question().costs();
        return tally.postage(costs.letter(), costs.email());
    }

    /** Whole kronor, for the scale. */
    public long kronor(Money amount) {
        return amount.minorUnits() / ORE_A_KRONA;
    }

    /** A month as people write it. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM yyyy", desk.getLocale()));
    }

    /** Its first letters, for a narrow place. */
    public String shortMonth(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLL", desk.getLocale()))
                .substring(0, 3);
    }

    /** How people pay in it, in words. */
    public String getPattern() {
        var percent = shown().pattern().paidShare() / ORE_A_KRONA;
        var key = shown().question().share().isPresent() ? "simulation.patternStated" : "simulation.patternLastYear";
        return texts.with(key, percent);
    }

    /** The name of the group that it is about. */
    public String getGroup() {
        return shown().question()
                .group()
                .flatMap(id -> groups.find(new GroupId(id)))
                .map(Group::name)
                .orElseGet(() -> texts.get("simulation.wholeTree"));
    }

    private Simulation shown() {
        var found = simulation;
        if (found == null) {
            throw new IllegalStateException("there is none");
        }
        return found;
    }
}

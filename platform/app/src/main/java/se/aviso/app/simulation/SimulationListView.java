package se.aviso.app.simulation;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.web.PageRequest;
import se.aviso.app.web.WrittenAmount;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** The simulations, and the form that begins one. */
@Named
@ViewScoped
@Screen(path = "/simulation/list.xhtml", needs = Permission.RUN_READ)
public class SimulationListView implements Serializable {
    private static final int ROWS = 50;
    private static final int MOST_GROUPS = 200;
    private static final int YEAR = 12;

    @Inject
    FindSimulations find;

    @Inject
    StartSimulation start;

    @Inject
    FindGroups groups;

    @Inject
    Desk desk;

    @Inject
    Caller caller;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private int months = YEAR;
    private String groupId = "";
    private String paidPercent = "";
    private String letterCost = "";
    private @Nullable UUID begun;

    @PostConstruct
    void load() {
        groupId = desk.group().map(chosen -> chosen.id().toString()).orElse("");
        if (groupId.isEmpty() && !isWholeTree()) {
            groupId = getGroups().stream()
                    .findFirst()
                    .map(group -> group.id().toString())
                    .orElse("");
        }
    }

    /** The newest simulations. */
    public List<Simulation> getRows() {
        return find.newest(new PageRequest(ROWS, Optional.empty())).stream()
                .limit(ROWS)
                .toList();
    }

    /** The name of the group that one is about; the whole tree's where it is about all. */
    public String group(Simulation simulation) {
        return simulation
                .question()
                .group()
                .flatMap(id -> groups.find(new GroupId(id)))
                .map(Group::name)
                .orElseGet(() -> texts.get("simulation.wholeTree"));
    }

    /** True where the user may begin one. */
    public boolean isStarting() {
        return caller.may(Permission.RUN_WRITE);
    }

    /** True for those who may do so for all groups at once. */
    public boolean isWholeTree() {
        return caller.may(Permission.RUN_WRITE, Grant.WHOLE_TREE);
    }

    /** The groups for which the user may, by name. */
    public List<Group> getGroups() {
        return groups.within(Optional.empty(), Permission.RUN_WRITE, MOST_GROUPS);
    }

    /** Begins one, once however often it is sent, and shows it. */
    @ActNeeds(Permission.RUN_WRITE)
    public @Nullable String begin() {
        if (begun == null) {
            notices.attempt(
                    () -> begun = start.start(new StartSimulation.Wish(months, group(), percent(), costs()))
                            .id(),
                    texts.get("simulation.not"));
        }
        return begun == null ? null : "/simulation/detail.xhtml?faces-redirect=true&id=" + begun;
    }

    private Optional<UUID> group() {
        return Optional.of(groupId).filter(text -> !text.isEmpty()).map(UUID::fromString);
    }

    private Optional<Integer> percent() {
        var text = paidPercent.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw RuleViolation.at("/paidPercent", "simulation-percent", Map.of());
        }
        return Optional.of(Integer.valueOf(text));
    }

    private StartSimulation.SaidCosts costs() {
        var letter = Optional.of(letterCost)
                .filter(text -> !text.isBlank())
                .map(text -> WrittenAmount.read(text, Currency.getInstance("SEK"))
                        .orElseThrow(() -> RuleViolation.at("/letterCost", "field-invalid", Map.of())));
        return new StartSimulation.SaidCosts(letter, Optional.empty());
    }

    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }

    public String getGroupId() {
        return groupId;
    }

    /** The choice without a value comes as none. */
    public void setGroupId(@Nullable String groupId) {
        this.groupId = Objects.requireNonNullElse(groupId, "");
    }

    public String getPaidPercent() {
        return paidPercent;
    }

    public void setPaidPercent(String paidPercent) {
        this.paidPercent = paidPercent;
    }

    public String getLetterCost() {
        return letterCost;
    }

    public void setLetterCost(String letterCost) {
        this.letterCost = letterCost;
    }
}

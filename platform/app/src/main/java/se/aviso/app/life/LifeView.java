package se.aviso.app.life;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.FindMemberships;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;

/** Moves and ends memberships of a member, and notes a death. Personal data: never logged. */
@Named
@ViewScoped
@Screen(path = "/life/change.xhtml", needs = Permission.MEMBER_WRITE)
public class LifeView implements Serializable {
    private static final int MOST = 500;

    @Inject
    transient ChangeLife change;

    @Inject
    transient FindMembers members;

    @Inject
    transient FindMemberships memberships;

    @Inject
    transient FindGroups groups;

    @Inject
    transient ShowTenant tenant;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String name = "";
    private String membership = "";
    private String groupId = "";
    private String on = "";
    private boolean periodGoes = true;
    private ChangeLife.OpenClaims movedClaims = ChangeLife.OpenClaims.KEEP;
    private String moveNote = "";
    private String lastDay = "";
    private ChangeLife.OpenClaims openClaims = ChangeLife.OpenClaims.KEEP;
    private String resignNote = "";
    private String diedOn = "";
    private String deathNote = "";

    @PostConstruct
    void load() {
        address.id("id")
                .flatMap(wanted -> members.find(wanted, Permission.MEMBER_WRITE))
                .map(FindMembers.Versioned::member)
                .filter(found -> !found.privacy().isErased())
                .ifPresentOrElse(
                        found -> {
                            id = found.id().value();
                            name = found.name().full();
                            on = tenant.today().toString();
                            lastDay = on;
                            diedOn = on;
                            getBelongings().stream()
                                    .findFirst()
                                    .ifPresent(first -> membership = first.id().toString());
                        },
                        Absent::answer);
    }

    /** Moves the chosen membership. */
    public void move() {
        act(
                "life.move",
                () -> change.move(
                        Written.chosen(membership, "/membership"),
                        new ChangeLife.Move(
                                Written.chosen(groupId, "/groupId"),
                                Written.day(on, "/on"),
                                periodGoes,
                                Optional.of(movedClaims),
                                moveNote)));
    }

    /** Calls a planned move off; one that was done meanwhile stands. */
    public void callOff(TransferStore.Transfer move) {
        if (getMoves().stream().anyMatch(each -> each.id().equals(move.id()) && each.isPlanned())) {
            act("life.callOff", () -> change.callOff(move.membership(), move.id()));
        }
    }

    /** Ends the chosen membership. */
    public void resign() {
        act(
                "life.resign",
                () -> change.resign(
                        Written.chosen(membership, "/membership"),
                        new ChangeLife.Resignation(Written.day(lastDay, "/lastDay"), openClaims, resignNote)));
    }

    /** Notes the death. */
    public void died() {
        act(
                "life.death",
                () -> change.died(
                        Written.chosen(String.valueOf(id), ""),
                        new ChangeLife.Death(Written.day(diedOn, "/on"), deathNote)));
    }

    private void act(String words, Runnable work) {
        if (notices.attempt(work, texts.get(words + ".not"))) {
            notices.done(texts.with(words + ".done", name));
        }
    }

    /** The memberships of the member that the user sees. */
    public List<FindMemberships.Belonging> getBelongings() {
        var of = id;
        return of == null ? List.of() : memberships.of(List.of(of));
    }

    /** The last day of a membership that ends. */
    public Optional<LocalDate> leavesOn(FindMemberships.Belonging belonging) {
        return change.leavesOn(belonging.id());
    }

    /** The moves, the newest first. */
    public List<TransferStore.Transfer> getMoves() {
        return change.moves(
                getBelongings().stream().map(FindMemberships.Belonging::id).toList());
    }

    /** What a group is called; nothing of one that the user does not see. */
    public String group(UUID group) {
        return groups.find(new GroupId(group)).map(Group::name).orElse("–");
    }

    /** What is known of the member's life. */
    public Optional<LifeStore.Life> getLife() {
        return Optional.ofNullable(id).flatMap(change::life);
    }

    /** The groups that the membership can move to. */
    public List<Group> getGroups() {
        return groups.within(Optional.empty(), Permission.MEMBER_WRITE, MOST);
    }

    /** What can become of unpaid claims. */
    public List<ChangeLife.OpenClaims> getChoices() {
        return List.of(ChangeLife.OpenClaims.values());
    }

    /** The member; null for one who is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getMembership() {
        return membership;
    }

    /** The choice without a value comes as none. */
    public void setMembership(@Nullable String membership) {
        this.membership = Objects.requireNonNullElse(membership, "");
    }

    public String getGroupId() {
        return groupId;
    }

    /** The choice without a value comes as none. */
    public void setGroupId(@Nullable String groupId) {
        this.groupId = Objects.requireNonNullElse(groupId, "");
    }

    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on;
    }

    public boolean isPeriodGoes() {
        return periodGoes;
    }

    public void setPeriodGoes(boolean periodGoes) {
        this.periodGoes = periodGoes;
    }

    public ChangeLife.OpenClaims getMovedClaims() {
        return movedClaims;
    }

    /** A form without one keeps the one that stands. */
    public void setMovedClaims(ChangeLife.@Nullable OpenClaims movedClaims) {
        this.movedClaims = Objects.requireNonNullElse(movedClaims, this.movedClaims);
    }

    public String getMoveNote() {
        return moveNote;
    }

    public void setMoveNote(String moveNote) {
        this.moveNote = moveNote;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay;
    }

    public ChangeLife.OpenClaims getOpenClaims() {
        return openClaims;
    }

    /** A form without one keeps the one that stands. */
    public void setOpenClaims(ChangeLife.@Nullable OpenClaims openClaims) {
        this.openClaims = Objects.requireNonNullElse(openClaims, this.openClaims);
    }

    public String getResignNote() {
        return resignNote;
    }

    public void setResignNote(String resignNote) {
        this.resignNote = resignNote;
    }

    public String getDiedOn() {
        return diedOn;
    }

    public void setDiedOn(String diedOn) {
        this.diedOn = diedOn;
    }

    public String getDeathNote() {
        return deathNote;
    }

    public void setDeathNote(String deathNote) {
        this.deathNote = deathNote;
    }
}

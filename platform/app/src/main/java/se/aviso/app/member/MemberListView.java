package se.aviso.app.member;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.member.MembershipStatus;

/** The list of members; its state stands in the address alone. */
@Named
@RequestScoped
@Screen(path = "/member/list.xhtml", needs = Permission.MEMBER_READ)
public class MemberListView {
    private static final int ROWS = 50;
    private static final int MOST_GROUPS = 200;

    @Inject
    FindMembers find;

    @Inject
    FindMemberships memberships;

    @Inject
    FindMembershipTypes types;

    @Inject
    FindGroups groups;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Caller caller;

    private Page<MemberRow> page = new Page<>(List.of(), Optional.empty());
    private Map<MembershipStatus, Long> tally = Map.of();
    private long total;
    private long found;

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        var wanted = new FindMembers.Wanted(
                address.text("q"),
                address.id("group"),
                address.constant("status", MembershipStatus.class),
                address.id("type"),
                desk.group().map(Desk.Chosen::path));
        page = Page.of(
                rows(find.page(wanted, part), wanted),
                part,
                row -> new Cursor(
                        Long.toString(row.member().number()), row.member().id().value()));
        tally = find.tally(wanted);
        total = find.count(wanted.ofAnyStatus());
        found = wanted.status().isPresent() ? find.count(wanted) : total;
    }

    private List<MemberRow> rows(List<Member> members, FindMembers.Wanted wanted) {
        var byMember = memberships
                .of(members.stream().map(member -> member.id().value()).toList())
                .stream()
                .collect(groupingBy(FindMemberships.Belonging::member));
        return members.stream()
                .map(member ->
                        MemberRow.of(member, byMember.getOrDefault(member.id().value(), List.of()), wanted))
                .toList();
    }

    /** The rows of this part of the list. */
    public List<MemberRow> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }

    /** How many there are of any status. */
    public long getTotal() {
        return total;
    }

    /** How many all conditions hold for. */
    public long getFound() {
        return found;
    }

    /** The statuses that occur, in their order. */
    public List<MembershipStatus> getStatuses() {
        return List.copyOf(tally.keySet());
    }

    /** How many have a membership of the status. */
    public long count(MembershipStatus status) {
        return tally.getOrDefault(status, 0L);
    }

    /** The types that can be asked for. */
    public List<FindMemberships.Type> getTypes() {
        return types.named();
    }

    /** The groups that can be asked for, by name; in a large federation those of the group worked with. */
    public List<Group> getGroups() {
        return groups.within(desk.group().map(Desk.Chosen::path), Permission.MEMBER_READ, MOST_GROUPS);
    }

    /** The name of the group that is asked for; empty for one that the user does not see. */
    public String getGroupName() {
        return address.id("group")
                .map(GroupId::new)
                .flatMap(groups::find)
                .map(Group::name)
                .orElse("");
    }

    /** The name of the type that is asked for; empty for an unknown one. */
    public String getTypeName() {
        return address.id("type")
                .flatMap(id ->
                        getTypes().stream().filter(type -> type.id().equals(id)).findFirst())
                .map(type -> type.names().in(desk.getLanguage()))
                .orElse("");
    }

    /** True when something besides the status is asked for. */
    public boolean isNarrowed() {
        return address.says("q") || address.says("group") || address.says("type");
    }

    /** True when the user may add and import members. */
    public boolean isWriting() {
        return caller.may(Permission.MEMBER_WRITE);
    }
}

package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** One group as a screen shows it: who is paid, which of it is its own, and what would hold without. */
@ApplicationScoped
@Transactional
public class ShowGroup {
    @Inject
    GroupStore groups;

    @Inject
    GroupFigures figures;

    @Inject
    MoveGroup move;

    @Inject
    Caller caller;

    /**
     * A group with what it has from above.
     *
     * @param way from the root down to the group itself
     */
    public record Seen(
            Group group, long version, List<Step> way, Payee payee, long members, Optional<String> form, Rights may) {}

    /** A group on the way down; only one that is open to the caller can be linked. */
    public record Step(GroupId id, String name, GroupKind kind, boolean open) {}

    /**
     * Who is paid.
     *
     * @param whole own values before inherited ones
     * @param without what would be inherited if the group had nothing of its own
     * @param onDocuments who stands on an invoice as the seller
     */
    public record Payee(BillingIdentity whole, BillingIdentity without, BillingIdentity onDocuments) {}

    /** What the caller may do with the group. */
    public record Rights(boolean change, boolean addBelow, boolean move) {}

    /** The group, if the caller may see it. */
    public Optional<Seen> show(GroupId id) {
        return groups.versioned(id)
                .filter(found ->
                        caller.may(Permission.GROUP_READ, found.group().place().path()))
                .map(found -> seen(found.group(), found.version()));
    }

    private Seen seen(Group group, long version) {
        var way = groups.wayDown(group);
        var chain = way.stream().map(GroupStore::own).toList();
        var payee = new Payee(
                BillingIdentity.inherited(chain),
                BillingIdentity.inherited(chain.subList(0, chain.size() - 1)),
                BillingIdentity.onDocuments(chain));
        var change = caller.may(Permission.GROUP_WRITE, group.place().path());
        return new Seen(
                group,
                version,
                way.stream().map(this::step).toList(),
                payee,
                figures.members(group.place().path()),
                figures.form(group.id()),
                new Rights(change, change && group.kind() != GroupKind.LOCAL, change && canMove(group)));
    }

    /** Somewhere else is another place for it, and it is the caller's to take from where it stands. */
    private boolean canMove(Group group) {
        return !move.targets(group.id(), 1).isEmpty();
    }

    private Step step(Group on) {
        return new Step(
                on.id(),
                on.name(),
                on.kind(),
                caller.may(Permission.GROUP_READ, on.place().path()));
    }
}

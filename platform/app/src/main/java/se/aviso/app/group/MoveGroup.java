package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.audit.Reason;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.group.GroupMove;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/**
 * Puts a group with all below it under another parent.
 *
 * <p>Who moves it may change the group, the parent that loses it and the one that gets it. What is issued and booked
 * stays as it was; from now on the group inherits from its new place, and those who were granted something there reach
 * it.
 */
@ApplicationScoped
@Transactional
public class MoveGroup {
    private static final int FORBIDDEN = 403;
    private static final int MOST_SEARCHED = 2_000;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    GroupFigures figures;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * What a move would do.
     *
     * @param groups how many go along, the group itself counted in
     */
    public record Preview(Group group, Group target, long groups, long members, List<Changed> changes) {}

    /** A value that the group has from above, before and after; an empty one is none. */
    public record Changed(BillingField field, String before, String after) {}

    /** Tells what the move would do, or why it cannot be. */
    public Preview preview(GroupId id, GroupId target) {
        var move = move(id, target);
        var path = move.moved().place().path();
        return new Preview(move.moved(), move.target(), tree.size(path), figures.members(path), changes(move));
    }

    /** Moves the group, if it still has the version that the caller has seen; why is said by who wants to. */
    public CreateGroup.Versioned move(GroupId id, LongConsumer sameVersion, GroupId target, Optional<String> reason) {
        var why = Reason.ifSaid(reason);
        tree.lock();
        var move = move(id, target);
        sameVersion.accept(groups.versioned(id).orElseThrow().version());
        var size = tree.size(move.moved().place().path());
        tree.move(move.moved(), move.target());
        var changes = List.of(
                Change.of(Field.PARENT, parent(move.moved()), move.target().name()), Change.to(Field.GROUPS, size));
        trail.record(new Deed(Act.GROUP_MOVED, id.value(), Optional.of(id), changes, why));
        return groups.versioned(id).orElseThrow();
    }

    private String parent(Group moved) {
        return moved.place().parent().flatMap(groups::find).map(Group::name).orElse("");
    }

    /** The groups under which it could stand, by name, of those that the caller may change. */
    public List<Group> targets(GroupId id, int most) {
        var moved = groups.find(id).filter(this::isMovable);
        return moved.map(group -> holders(group.kind()).stream()
                        .filter(target -> new GroupMove(group, target).refusal().isEmpty())
                        .limit(most)
                        .toList())
                .orElse(List.of());
    }

    /** All that could hold a group of that kind, where the caller may change anything. */
    private List<Group> holders(GroupKind kind) {
        var kinds = Arrays.stream(GroupKind.values())
                .filter(above -> kind.mayStandUnder(Optional.of(above)))
                .toList();
        return groups.ofKinds(kinds, caller.pathsFor(Permission.GROUP_WRITE), MOST_SEARCHED);
    }

    private GroupMove move(GroupId id, GroupId target) {
        var moved = groups.find(id).filter(this::isOwn).orElseThrow(HttpProblem::notFound);
        if (!isMovable(moved)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        var to = groups.find(target)
                .filter(this::isOwn)
                .orElseThrow(() -> RuleViolation.at("/parentId", "unknown-group", Map.of()));
        var move = new GroupMove(moved, to);
        move.refusal().ifPresent(refusal -> {
            throw RuleViolation.at(
                    "/parentId", code(refusal), Map.of("kind", moved.kind().name()));
        });
        return move;
    }

    /** A root stands under nobody, and stays there. */
    private boolean isMovable(Group group) {
        return isOwn(group)
                && group.place()
                        .parent()
                        .flatMap(groups::find)
                        .filter(this::isOwn)
                        .isPresent();
    }

    private boolean isOwn(Group group) {
        return caller.may(Permission.GROUP_WRITE, group.place().path());
    }

    private List<Changed> changes(GroupMove move) {
        var own = GroupStore.own(move.moved());
        var before = BillingIdentity.inherited(chain(groups.wayDown(move.moved())));
        var above = chain(groups.wayDown(move.target()));
        var after = BillingIdentity.inherited(
                Stream.concat(above.stream(), Stream.of(own)).toList());
        return Arrays.stream(BillingField.values())
                .filter(field -> !before.text(field).equals(after.text(field)))
                .map(field -> new Changed(field, written(before, field), written(after, field)))
                .toList();
    }

    private static String written(BillingIdentity identity, BillingField field) {
        return identity.value(field).map(field::written).orElse("");
    }

    private static List<BillingIdentity.Own> chain(List<Group> way) {
        return way.stream().map(GroupStore::own).toList();
    }

    private static String code(GroupMove.Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

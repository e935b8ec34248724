package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.Slug;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Adds and changes groups on behalf of a caller, who may do so only in their own subtrees. */
@ApplicationScoped
@Transactional
public class ChangeGroups {
    private static final int FORBIDDEN = 403;

    @Inject
    CreateGroup createGroup;

    @Inject
    GroupStore groups;

    @Inject
    GroupTreeStore tree;

    @Inject
    LookStore looks;

    @Inject
    GroupFigures figures;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** Adds a group; a parent that the caller may not change is unknown to them. */
    public Group create(CreateGroup.Wish wish) {
        tree.lock(); // before the parent is read
        requirePlace(wish.parent());
        requireName(wish.name());
        requireSlug(wish.slug().orElseGet(() -> Slug.of(wish.name())));
        var group = createGroup.create(wish);
        var parent = wish.parent().flatMap(groups::find).map(Group::name).orElse("");
        told(
                Act.GROUP_ADDED,
                group.id(),
                List.of(Change.to(Field.NAME, group.name()), Change.to(Field.PARENT, parent)));
        return group;
    }

    /** Changes a group, if it still has the version that the caller has seen. */
    public CreateGroup.Versioned change(GroupId id, LongConsumer sameVersion, CreateGroup.Change change) {
        requireOwn(id);
        change.name().ifPresent(ChangeGroups::requireName);
        var before = state(id);
        var changed = createGroup.change(id, sameVersion, change);
        told(Act.GROUP_CHANGED, id, Change.between(before, state(id)));
        return changed;
    }

    /** Sets the group's own logo. */
    public void setLogo(GroupId id, Logo logo) {
        looks.lock(); // before the group's row
        requireOwn(id);
        groups.keepLogo(logo.hash(), "image/png", logo.png());
        var before = state(id);
        groups.entity(id).orElseThrow().remember(BillingField.LOGO, logo.hash());
        groups.flush();
        looks.follow(groups.find(id).orElseThrow());
        told(Act.GROUP_CHANGED, id, Change.between(before, state(id)));
    }

    private void told(Act act, GroupId id, List<Change> changes) {
        trail.record(Deed.in(id, act, id.value(), changes));
    }

    /** What can be changed of a group, by name. */
    private Map<Field, String> state(GroupId id) {
        var group = groups.find(id).orElseThrow();
        var state = new HashMap<>(Map.of(
                Field.NAME, group.name(), Field.PUBLIC_FORM, figures.form(id).isPresent() ? "true" : "false"));
        group.own().forEach((field, value) -> state.put(Field.valueOf(field.name()), value));
        return state;
    }

    private void requirePlace(Optional<GroupId> parent) {
        if (parent.isEmpty() && !caller.may(Permission.GROUP_WRITE, "/")) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        if (parent.isPresent() && own(parent.get()).isEmpty()) {
            throw RuleViolation.at("/parentId", "unknown-group", Map.of());
        }
    }

    private void requireOwn(GroupId id) {
        if (own(id).isEmpty()) {
            throw HttpProblem.notFound();
        }
    }

    private Optional<Group> own(GroupId id) {
        return groups.find(id)
                .filter(group ->
                        caller.may(Permission.GROUP_WRITE, group.place().path()));
    }

    private static void requireName(String name) {
        try {
            BillingField.NAME.normalised(name);
        } catch (IllegalArgumentException noName) {
            throw RuleViolation.at("/name", "bad-name", Map.of());
        }
    }

    private static void requireSlug(String slug) {
        if (slug.isEmpty() || slug.length() > 100 || !slug.equals(Slug.of(slug))) {
            throw RuleViolation.at("/slug", "bad-slug", Map.of());
        }
    }
}

package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.document.Drawing;
import se.aviso.app.document.OwnPage;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.wording.TemplateStore;
import se.aviso.app.wording.Worded;
import se.aviso.app.wording.WordingStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.tenant.Edition;

/** Shows and keeps the page that a group and all below it write their documents on, where they choose it as a look. */
@ApplicationScoped
@Transactional
public class SetTemplate {
    private static final int FORBIDDEN = 403;

    @Inject
    TemplateStore store;

    @Inject
    WordingStore wordings;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * A group's page.
     *
     * @param own its newest version; empty where it has drawn none
     * @param nearest the one that holds: its own or an ancestor's
     * @param isOpen whether the tenant has bought pages of its own
     */
    public record Seen(
            Group group,
            Optional<TemplateStore.Numbered> own,
            Optional<TemplateStore.Numbered> nearest,
            boolean isOpen,
            boolean writing) {
        /** 0 where it has drawn none yet. */
        public long version() {
            return own.map(TemplateStore.Numbered::ordinal).orElse(0);
        }

        /** True when it is what the group has now. */
        boolean isOwn(Drawing typed) {
            return own.filter(version -> version.drawing().equals(typed)).isPresent();
        }

        /** What holds, or the one to begin with. */
        public Drawing drawing() {
            return own.or(() -> nearest).map(TemplateStore.Numbered::drawing).orElseGet(Drawing::start);
        }
    }

    /** The page of a group that the caller may see. */
    public Optional<Seen> find(GroupId id) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(this::seen);
    }

    /** The versions of a group that the caller may see, the newest first. */
    Optional<List<TemplateStore.Known>> history(GroupId id, long before, int most) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(group -> store.history(id, before, most));
    }

    /** A version that a group had, which the caller may see. */
    Optional<TemplateStore.Numbered> version(GroupId id, long ordinal) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .flatMap(group -> store.version(id, ordinal));
    }

    /** Keeps a page that was tried as a next version, if the newest is still the one that the caller has seen. */
    Seen keep(GroupId id, LongConsumer sameVersion, Drawing tried) {
        tenants.lock(Tenancy.required(), "wording");
        var before = allowed(id);
        sameVersion.accept(before.version());
        add(id, before.version(), tried);
        return find(id).orElseThrow();
    }

    private void add(GroupId id, long version, Drawing drawing) {
        store.add(id, Math.toIntExact(version) + 1, drawing, drawing.whole(Optional.empty()));
        trail.record(Deed.in(id, Act.TEMPLATE_SET, id.value(), List.of(Change.of(Field.COUNT, version, version + 1))));
    }

    /**
     * The group, where the caller may draw for it.
     *
     * @throws RuleViolation where the tenant has not bought it
     */
    Seen allowed(GroupId id) {
        var seen = find(id).orElseThrow(HttpProblem::notFound);
        if (!seen.writing()) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        if (!seen.isOpen()) {
            throw RuleViolation.of("template-edition", Map.of());
        }
        return seen;
    }

    /** The page that holds for the last group of the way. */
    Optional<OwnPage> page(List<Group> way) {
        var current = wordings.newestIds(way.stream().map(Group::id).toList());
        var named = Worded.of(way, current).versions();
        var pages = store.pages(named);
        return named.stream()
                .flatMap(id -> Optional.ofNullable(pages.get(id)).stream())
                .reduce((above, nearer) -> nearer);
    }

    private Seen seen(Group group) {
        var way = Optional.ofNullable(groups.waysDown(List.of(group.id())).get(group.id()))
                .orElseThrow();
        var newest = store.newest(way.stream().map(Group::id).toList());
        return new Seen(
                group,
                Optional.ofNullable(newest.get(group.id())),
                way.stream()
                        .flatMap(on -> Optional.ofNullable(newest.get(on.id())).stream())
                        .reduce((above, nearer) -> nearer),
                tenants.edition(Tenancy.required()) == Edition.ENTERPRISE,
                caller.may(Permission.SETTING_WRITE, Grant.WHOLE_TREE));
    }
}

package se.aviso.app.wording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.group.GroupStore;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.wording.Wording;

/** Shows and sets what a group and all below it say on documents. */
@ApplicationScoped
@Transactional
public class SetWording {
    private static final int FORBIDDEN = 403;

    @Inject
    WordingStore store;

    @Inject
    GroupStore groups;

    @Inject
    TenantStore tenants;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * A group's wording.
     *
     * @param version 0 where it has set nothing yet
     * @param own what it has set itself
     * @param whole what holds, own or inherited
     * @param without what would hold if it had nothing of its own
     * @param way from the root of the tree down to the group
     */
    public record Seen(
            Group group,
            long version,
            Map<Wording.Place, String> own,
            Wording whole,
            Wording without,
            List<Group> way,
            boolean writing) {}

    /** The wording of a group that the caller may see. */
    public Optional<Seen> find(GroupId id) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(this::seen);
    }

    /** The versions of a group that the caller may see, the newest first. */
    Optional<List<WordingStore.Numbered>> history(GroupId id, long before, int most) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(group -> store.history(id, before, most));
    }

    /** Sets all that the group itself says, if its wording still has the version that the caller has seen. */
    public Seen set(GroupId id, LongConsumer sameVersion, Map<Wording.Place, String> texts) {
        tenants.lock(Tenancy.required(), "wording");
        var before = find(id).orElseThrow(HttpProblem::notFound);
        if (!before.writing()) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        sameVersion.accept(before.version());
        if (!before.own().equals(texts)) {
            store.add(id, Math.toIntExact(before.version()) + 1, texts);
            trail.record(Deed.in(
                    id,
                    Act.WORDING_SET,
                    id.value(),
                    List.of(Change.of(Field.COUNT, before.own().size(), texts.size()))));
        }
        return find(id).orElseThrow();
    }

    private Seen seen(Group group) {
        var way = Optional.ofNullable(groups.waysDown(List.of(group.id())).get(group.id()))
                .orElseThrow();
        var newest = store.newest(way.stream().map(Group::id).toList());
        var chain = way.stream()
                .flatMap(on -> Optional.ofNullable(newest.get(on.id())).stream())
                .map(WordingStore.Numbered::own)
                .toList();
        var own = Optional.ofNullable(newest.get(group.id()));
        var above =
                chain.stream().filter(each -> !each.group().equals(group.id())).toList();
        return new Seen(
                group,
                own.map(WordingStore.Numbered::ordinal).orElse(0),
                own.map(each -> each.own().texts()).orElse(Map.of()),
                Wording.inherited(chain),
                Wording.inherited(above),
                way,
                caller.may(Permission.GROUP_WRITE, group.place().path()));
    }
}

package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.group.PaperLook;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.wording.PaperKind;

/** Shows and sets how the documents of a group and all below it look, all kinds of them or one. */
@ApplicationScoped
@Transactional
public class SetLook {
    private static final int FORBIDDEN = 403;

    @Inject
    LookStore store;

    @Inject
    GroupStore groups;

    @Inject
    ChangeGroups change;

    @Inject
    OwnPages pages;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * A group's look.
     *
     * @param version 0 where it has set nothing yet
     * @param chain what it and its ancestors have set, the root's first, its own last
     * @param way from the root of the tree down to the group
     */
    public record Seen(Group group, long version, List<PaperLook.Own> chain, List<Group> way, boolean writing) {
        /** What it has set itself. */
        public Map<PaperLook.Place, String> own() {
            return chain.get(chain.size() - 1).values();
        }

        /** How a kind of its documents looks. */
        public PaperLook look(PaperKind kind) {
            return PaperLook.inherited(kind, chain);
        }
    }

    /** The look of a group that the caller may see. */
    public Optional<Seen> find(GroupId id) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(this::seen);
    }

    /** The versions of a group that the caller may see, the newest first. */
    Optional<List<LookStore.Numbered>> history(GroupId id, long before, int most) {
        return groups.find(id)
                .filter(group -> caller.may(Permission.GROUP_READ, group.place().path()))
                .map(group -> store.history(id, before, most));
    }

    /**
     * Sets all that the group itself has set, if its look still has the version that the caller has seen. What is for
     * all kinds is set in its billing identity, where it stands too.
     */
    public Seen set(GroupId id, LongConsumer sameVersion, Map<PaperLook.Place, String> values) {
        store.lock(); // before the group is read: else what somebody sets meanwhile is overwritten by what was
        var before = allowed(id);
        sameVersion.accept(before.version());
        require(before.group(), values);
        var general = general(before.own(), values);
        if (!general.isEmpty()) {
            change.change(id, any -> {}, new CreateGroup.Change(Optional.empty(), general));
        }
        var now = allowed(id);
        if (!now.own().equals(values)) {
            store.add(id, Math.toIntExact(now.version()) + 1, values);
            trail.record(Deed.in(
                    id,
                    Act.LOOK_SET,
                    id.value(),
                    List.of(Change.of(Field.COUNT, before.own().size(), values.size()))));
        }
        return find(id).orElseThrow();
    }

    /**
     * Sets the logo that stands on a kind of the group's documents; the picture is painted anew, or refused.
     *
     * @param kind of documents; empty for all kinds
     */
    public void setLogo(GroupId id, Optional<PaperKind> kind, InputStream picture) throws IOException {
        var logo = Logo.of(picture);
        store.lock(); // before the group is read
        if (kind.isEmpty()) {
            change.setLogo(id, logo);
        } else {
            setLogo(id, kind, logo);
        }
    }

    private void setLogo(GroupId id, Optional<PaperKind> kind, Logo logo) {
        var values = new HashMap<>(allowed(id).own());
        groups.keepLogo(logo.hash(), "image/png", logo.png());
        values.put(new PaperLook.Place(kind, BillingField.LOGO), logo.hash());
        set(id, any -> {}, values);
    }

    private Seen allowed(GroupId id) {
        var seen = find(id).orElseThrow(HttpProblem::notFound);
        if (!seen.writing()) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        return seen;
    }

    /** A page of one's own is there before it is chosen, and so is a logo. */
    private void require(Group group, Map<PaperLook.Place, String> values) {
        var faults = new ArrayList<Fault>();
        if (values.entrySet().stream().anyMatch(SetLook::isOwnPage)
                && !pages.isDrawn(group.place().wayDown())) {
            faults.add(new Fault("template-none", "/looks", Map.of()));
        }
        var hashes = values.entrySet().stream()
                .filter(value -> value.getKey().part() == BillingField.LOGO)
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (store.logos(hashes).size() < hashes.size()) {
            faults.add(new Fault("bad-logo", "/looks", Map.of()));
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    private static boolean isOwnPage(Map.Entry<PaperLook.Place, String> value) {
        return value.getKey().part() == BillingField.TEMPLATE
                && value.getValue().equals(BillingField.OWN_LOOK);
    }

    /** What changes for all kinds. */
    private static Map<BillingField, Optional<String>> general(
            Map<PaperLook.Place, String> before, Map<PaperLook.Place, String> after) {
        var changed = new EnumMap<BillingField, Optional<String>>(BillingField.class);
        PaperLook.PARTS.forEach(part -> {
            var place = new PaperLook.Place(part);
            var wanted = Optional.ofNullable(after.get(place));
            if (!wanted.equals(Optional.ofNullable(before.get(place)))) {
                changed.put(part, wanted);
            }
        });
        return changed;
    }

    private Seen seen(Group group) {
        var way = groups.wayDown(group);
        var newest = Optional.ofNullable(store.newest(List.of(group.id())).get(group.id()));
        return new Seen(
                group,
                newest.map(LookStore.Numbered::ordinal).orElse(0),
                store.today(way),
                way,
                caller.may(Permission.GROUP_WRITE, group.place().path()));
    }
}

package se.aviso.app.group;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.Json;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.group.PaperLook;
import se.aviso.kernel.GroupId;
import se.aviso.wording.PaperKind;

/** The versions of groups' looks, those for all kinds of documents and those for one; none is ever changed. */
@ApplicationScoped
public class LookStore {
    private static final TypeReference<Map<String, String>> LOOKS = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    TenantStore tenants;

    @Inject
    Clock clock;

    /** A version, and which one of its group's it is, counted from 1. */
    record Numbered(PaperLook.Own own, int ordinal) {}

    /** The newest version of each of the groups that has one. */
    Map<GroupId, Numbered> newest(Collection<GroupId> of) {
        var newest = new HashMap<GroupId, Numbered>();
        sql.query(
                        "select distinct on (group_id) * from group_look where tenant_id = ? and group_id = any(?) "
                                + "order by group_id, ordinal desc",
                        LookStore::read,
                        Tenancy.required(),
                        Sql.uuids(of, GroupId::value))
                .forEach(each -> newest.put(each.own().group(), each));
        return newest;
    }

    /** What these groups have set today, those who have set nothing too; they lead down from the root. */
    public List<PaperLook.Own> today(List<Group> way) {
        var newest = newest(way.stream().map(Group::id).toList());
        return way.stream()
                .map(group -> today(group, Optional.ofNullable(newest.get(group.id()))))
                .toList();
    }

    /** For all kinds as the group has it, for each kind as its newest version has it. */
    static PaperLook.Own today(Group group, Optional<Numbered> newest) {
        var values = new HashMap<PaperLook.Place, String>();
        newest.ifPresent(version -> version.own().values().forEach((place, value) -> {
            if (place.kind().isPresent()) {
                values.put(place, value);
            }
        }));
        values.putAll(general(group));
        return new PaperLook.Own(
                newest.map(version -> version.own().version()).orElseGet(group.id()::value), group.id(), values);
    }

    /** The versions of those ids. */
    public Map<UUID, PaperLook.Own> versions(Collection<UUID> ids) {
        var versions = new HashMap<UUID, PaperLook.Own>();
        if (!ids.isEmpty()) {
            sql.query(
                            "select * from group_look where tenant_id = ? and id = any(?)",
                            LookStore::read,
                            Tenancy.required(),
                            Sql.uuids(ids))
                    .forEach(each -> versions.put(each.own().version(), each.own()));
        }
        return versions;
    }

    /** The bytes of those logos that there are, by hash. */
    public Map<String, byte[]> logos(Collection<String> hashes) {
        var logos = new HashMap<String, byte[]>();
        if (!hashes.isEmpty()) {
            sql.query(
                    "select hash, content from logo where tenant_id = ? and hash = any(?)",
                    row -> logos.put(row.text("hash"), row.bytes("content")),
                    Tenancy.required(),
                    Sql.texts(hashes));
        }
        return logos;
    }

    /** The versions of a group, the newest first. */
    List<Numbered> history(GroupId group, long before, int most) {
        return sql.query(
                "select * from group_look where tenant_id = ? and group_id = ? and ordinal < ? "
                        + "order by ordinal desc limit ?",
                LookStore::read,
                Tenancy.required(),
                group.value(),
                before,
                most);
    }

    /** Waits until nobody else adds a version, and keeps others out until commit. */
    void lock() {
        tenants.lock(Tenancy.required(), "look");
    }

    /** Adds a version where the group's look for all kinds is no more that of its newest one. */
    void follow(Group group) {
        lock();
        var newest = Optional.ofNullable(newest(List.of(group.id())).get(group.id()));
        var today = today(group, newest).values();
        if (!newest.map(each -> each.own().values()).orElseGet(Map::of).equals(today)) {
            add(group.id(), newest.map(Numbered::ordinal).orElse(0) + 1, today);
        }
    }

    /** Adds the next version. */
    void add(GroupId group, int ordinal, Map<PaperLook.Place, String> values) {
        var named = new TreeMap<String, String>();
        values.forEach((place, value) -> named.put(name(place), value));
        sql.update(
                "insert into group_look (tenant_id, id, group_id, ordinal, looks, made_at) "
                        + "values (?, ?, ?, ?, ?::jsonb, ?)",
                Tenancy.required(),
                Ids.next(),
                group.value(),
                ordinal,
                Json.write(named),
                clock.instant());
    }

    private static Map<PaperLook.Place, String> general(Group group) {
        return group.own().entrySet().stream()
                .filter(value -> PaperLook.PARTS.contains(value.getKey()))
                .collect(Collectors.toMap(value -> new PaperLook.Place(value.getKey()), Map.Entry::getValue));
    }

    private static Numbered read(Row row) {
        var values = new HashMap<PaperLook.Place, String>();
        Json.read(row.text("looks"), LOOKS).forEach((name, value) -> values.put(place(name), value));
        return new Numbered(
                new PaperLook.Own(row.uuid("id"), new GroupId(row.uuid("group_id")), values), row.integer("ordinal"));
    }

    private static String name(PaperLook.Place place) {
        return place.kind().map(kind -> kind + ".").orElse("") + place.part();
    }

    private static PaperLook.Place place(String name) {
        var parts = name.split("\\.", -1);
        var kind = Optional.of(parts[0]).filter(any -> parts.length > 1).map(PaperKind::valueOf);
        return new PaperLook.Place(kind, BillingField.valueOf(parts[parts.length - 1]));
    }
}

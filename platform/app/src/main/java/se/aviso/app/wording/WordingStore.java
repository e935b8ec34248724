package se.aviso.app.wording;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.app.group.GroupStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.tenant.Edition;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;
import se.aviso.wording.WordingField;

/** The versions of groups' wordings; none is ever changed. */
@ApplicationScoped
public class WordingStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int LEVEL_AT = 3;
    private static final String NEWEST =
            " from wording w where w.tenant_id = ? and w.group_id = any(?) " + "order by w.group_id, w.ordinal desc";

    private static final String NEWEST_IDS = "(select distinct on (w.group_id) w.group_id, w.id" + NEWEST
            + ") union all (select distinct on (o.group_id) o.group_id, o.id from own_template o "
            + "join tenant t on t.id = o.tenant_id where o.tenant_id = ? and o.group_id = any(?) and t.edition = ? "
            + "order by o.group_id, o.ordinal desc) union all (select distinct on (l.group_id) l.group_id, l.id "
            + "from group_look l where l.tenant_id = ? and l.group_id = any(?) order by l.group_id, l.ordinal desc)";

    @Inject
    Sql sql;

    @Inject
    GroupStore groups;

    @Inject
    Clock clock;

    /** A version, and which one of its group's it is, counted from 1. */
    public record Numbered(Wording.Own own, int ordinal) {}

    /** The newest version of each of the groups that has one. */
    public Map<GroupId, Numbered> newest(Collection<GroupId> of) {
        var newest = new HashMap<GroupId, Numbered>();
        sql.query(
                        "select distinct on (w.group_id) w.*" + NEWEST,
                        WordingStore::read,
                        Tenancy.required(),
                        Sql.uuids(of, GroupId::value))
                .forEach(each -> newest.put(each.own().group(), each));
        return newest;
    }

    /**
     * The ids of those versions, of the newest pages that the groups have drawn, where the tenant has bought that, and
     * of their newest looks; whoever issues reads no texts.
     */
    public Map<GroupId, List<UUID>> newestIds(Collection<GroupId> of) {
        var ids = new HashMap<GroupId, List<UUID>>();
        var groups = Sql.uuids(of, GroupId::value);
        sql.query(
                NEWEST_IDS,
                row -> ids.computeIfAbsent(new GroupId(row.uuid("group_id")), any -> new ArrayList<>())
                        .add(row.uuid("id")),
                Tenancy.required(),
                groups,
                Tenancy.required(),
                groups,
                Codes.of(Edition.ENTERPRISE),
                Tenancy.required(),
                groups);
        return ids;
    }

    /** Whose words hold today for each of these groups; three queries for any number of them. */
    public Map<GroupId, Worded> inForce(Collection<GroupId> of) {
        var ways = groups.waysDown(of);
        var current = newestIds(ways.values().stream()
                .flatMap(List::stream)
                .map(Group::id)
                .distinct()
                .toList());
        var worded = new HashMap<GroupId, Worded>();
        ways.forEach((id, way) -> worded.put(id, Worded.of(way, current)));
        return worded;
    }

    /** Whose words hold today for each of these groups, in their order, as a document's snapshot says it in JSON. */
    public List<String> snapshotsToday(List<GroupId> of) {
        var today = inForce(of);
        return of.stream()
                .map(group -> Json.write(Map.of("wording", Objects.requireNonNull(today.get(group)))))
                .toList();
    }

    /** The versions of those ids. */
    public Map<UUID, Wording.Own> versions(Collection<UUID> ids) {
        var versions = new HashMap<UUID, Wording.Own>();
        if (!ids.isEmpty()) {
            sql.query(
                            "select * from wording where tenant_id = ? and id = any(?)",
                            WordingStore::read,
                            Tenancy.required(),
                            Sql.uuids(ids))
                    .forEach(each -> versions.put(each.own().version(), each.own()));
        }
        return versions;
    }

    /** The versions of a group, the newest first. */
    List<Numbered> history(GroupId group, long before, int most) {
        return sql.query(
                "select * from wording where tenant_id = ? and group_id = ? and ordinal < ? "
                        + "order by ordinal desc limit ?",
                WordingStore::read,
                Tenancy.required(),
                group.value(),
                before,
                most);
    }

    /** Adds the next version. */
    void add(GroupId group, int ordinal, Map<Wording.Place, String> texts) {
        var named = new TreeMap<String, String>();
        texts.forEach((place, text) -> named.put(name(place), text));
        sql.update(
                "insert into wording (tenant_id, id, group_id, ordinal, texts, made_at) "
                        + "values (?, ?, ?, ?, ?::jsonb, ?)",
                Tenancy.required(),
                Ids.next(),
                group.value(),
                ordinal,
                Json.write(named),
                clock.instant());
    }

    private static Numbered read(Row row) {
        var texts = new HashMap<Wording.Place, String>();
        Json.read(row.text("texts"), TEXTS).forEach((name, text) -> texts.put(place(name), text));
        return new Numbered(
                new Wording.Own(row.uuid("id"), new GroupId(row.uuid("group_id")), texts), row.integer("ordinal"));
    }

    private static String name(Wording.Place place) {
        var everywhere = place.kind() + "." + place.language() + "." + place.field();
        return place.level() == Wording.ALL_LEVELS ? everywhere : everywhere + "." + place.level();
    }

    private static Wording.Place place(String name) {
        var parts = name.split("\\.", -1);
        return new Wording.Place(
                PaperKind.valueOf(parts[0]),
                parts.length > LEVEL_AT ? Integer.parseInt(parts[LEVEL_AT]) : Wording.ALL_LEVELS,
                PaperLanguage.valueOf(parts[1]),
                WordingField.valueOf(parts[2]));
    }
}

package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.TenantId;

/** Groups of the transaction's tenant, and what they inherit. */
@ApplicationScoped
public class GroupStore {
    @PersistenceContext(unitName = "aviso")
    EntityManager entities;

    @Inject
    Sql sql;

    /** The group, if the tenant has it. */
    public Optional<Group> find(GroupId id) {
        return entity(id).map(GroupEntity::toDomain);
    }

    /** The group of that slug, if the tenant has it. */
    public Optional<Group> bySlug(String slug) {
        return entities.createQuery("select g from GroupEntity g where g.slug = :slug", GroupEntity.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .map(GroupEntity::toDomain);
    }

    /** The groups under a parent, or the roots, in order of their paths. */
    public List<Group> children(Optional<GroupId> parent, int limit, String afterPath) {
        var where = parent.isPresent() ? "g.parentId = :parent" : "g.parentId is null";
        var query = entities.createQuery(
                "select g from GroupEntity g where " + where + " and g.path > :after order by g.path",
                GroupEntity.class);
        parent.ifPresent(id -> query.setParameter("parent", id.toString()));
        return query.setParameter("after", afterPath)
                .setMaxResults(limit)
                .getResultStream()
                .map(GroupEntity::toDomain)
                .toList();
    }

    /** The groups on those paths, in order. */
    List<Group> onPaths(Collection<String> paths, int limit, String afterPath) {
        return entities.createQuery(
                        "select g from GroupEntity g where g.path in :paths and g.path > :after order by g.path",
                        GroupEntity.class)
                .setParameter("paths", paths)
                .setParameter("after", afterPath)
                .setMaxResults(limit)
                .getResultStream()
                .map(GroupEntity::toDomain)
                .toList();
    }

    /** The groups of those subtrees whose names have the text somewhere, by name. */
    List<Group> named(String text, Collection<String> roots, int most) {
        return byName(
                Criteria.of("g")
                        .within("g.path", roots)
                        .and("position(? in lower(g.name)) > 0", text.toLowerCase(Locale.ROOT)),
                most);
    }

    /**
     * The groups of those kinds in those subtrees, by name: of a federation's thousands, the few that can hold others.
     */
    List<Group> ofKinds(Collection<GroupKind> kinds, Collection<String> roots, int most) {
        var codes = Sql.smallints(kinds.stream().map(Codes::of).toList());
        return byName(Criteria.of("g").within("g.path", roots).and("g.kind = any(?)", codes), most);
    }

    private List<Group> byName(Criteria criteria, int most) {
        var ids = sql.query(
                "select g.id from group_node g where " + criteria.where() + " order by g.name, g.id limit ?",
                row -> new GroupId(row.uuid("id")),
                criteria.params(most));
        var found = groupsById(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The ids of the groups on those paths, by path. */
    public Map<String, GroupId> idsByPath(Collection<String> paths) {
        var ids = new HashMap<String, GroupId>();
        sql.query(
                "select path, id from group_node where tenant_id = ? and path = any(?)",
                row -> ids.put(row.text("path"), new GroupId(row.uuid("id"))),
                Tenancy.required(),
                Sql.texts(paths));
        return ids;
    }

    /**
     * The groups that are meant by those words, by word: a slug, or a name that no other group has. Any number with one
     * query.
     */
    public Map<String, Placed> called(Collection<String> words) {
        var placed = new HashMap<String, Placed>();
        sql.query(
                "select slug as word, id, path from group_node where tenant_id = ? and slug = any(?) union all "
                        + "select name, (array_agg(id))[1], min(path) from group_node where tenant_id = ? "
                        + "and name = any(?) group by name having count(*) = 1",
                row -> placed.putIfAbsent(row.text("word"), new Placed(new GroupId(row.uuid("id")), row.text("path"))),
                Tenancy.required(),
                Sql.texts(words),
                Tenancy.required(),
                Sql.texts(words));
        return placed;
    }

    /** A group and where it stands. */
    public record Placed(GroupId id, String path) {}

    /** The billing identities of groups, inherited field by field; two queries for any number of them. */
    public Map<GroupId, BillingIdentity> identities(Collection<GroupId> groups) {
        return identities(groups, BillingIdentity::inherited);
    }

    /** Who stands as seller on the documents of groups; two queries for any number of them. */
    public Map<GroupId, BillingIdentity> identitiesOnDocuments(Collection<GroupId> groups) {
        return identities(groups, BillingIdentity::onDocuments);
    }

    private Map<GroupId, BillingIdentity> identities(
            Collection<GroupId> groups, Function<List<BillingIdentity.Own>, BillingIdentity> rule) {
        var identities = new HashMap<GroupId, BillingIdentity>();
        waysDown(groups)
                .forEach((id, way) -> identities.put(
                        id, rule.apply(way.stream().map(GroupStore::own).toList())));
        return identities;
    }

    /** The groups from the root down to each of these, by its id; two queries for any number of them. */
    public Map<GroupId, List<Group>> waysDown(Collection<GroupId> groups) {
        var wanted = groupsById(groups);
        Set<String> paths = new HashSet<>();
        wanted.values().forEach(group -> paths.addAll(group.place().wayDown()));
        var byPath = new HashMap<String, Group>();
        if (!paths.isEmpty()) {
            onPaths(paths, paths.size(), "")
                    .forEach(group -> byPath.put(group.place().path(), group));
        }
        var ways = new HashMap<GroupId, List<Group>>();
        wanted.forEach((id, group) -> ways.put(
                id,
                group.place().wayDown().stream()
                        .map(path -> Optional.ofNullable(byPath.get(path)).orElseThrow())
                        .toList()));
        return ways;
    }

    /** Who stands as seller on the documents of the last of these groups, which lead down to it from the root. */
    public static BillingIdentity identityOnDocuments(List<Group> wayDown) {
        return BillingIdentity.onDocuments(wayDown.stream().map(GroupStore::own).toList());
    }

    /** The groups of those ids, by id. */
    public Map<GroupId, Group> groupsById(Collection<GroupId> groups) {
        var found = new HashMap<GroupId, Group>();
        if (!groups.isEmpty()) {
            entities.createQuery("select g from GroupEntity g where g.id in :ids", GroupEntity.class)
                    .setParameter(
                            "ids",
                            groups.stream().map(GroupId::value).distinct().toList())
                    .getResultStream()
                    .map(GroupEntity::toDomain)
                    .forEach(group -> found.put(group.id(), group));
        }
        return found;
    }

    /** The tenant that a giro number belongs to, of whichever tenant. */
    public Optional<TenantId> ownerOf(GiroNumber giro) {
        return sql.one(
                "select tenant_id from giro_directory where giro = ?",
                row -> new TenantId(row.uuid("tenant_id")),
                giro.key());
    }

    /** The groups that have a giro number of their own, the root first. */
    public List<Group> holdersOfGiros() {
        return entities.createQuery(
                        "select g from GroupEntity g where g.bankgiro is not null or g.plusgiro is not null "
                                + "order by g.path",
                        GroupEntity.class)
                .getResultStream()
                .map(GroupEntity::toDomain)
                .toList();
    }

    /** Claims a giro number for the tenant; false when another tenant has it. */
    boolean claim(GiroNumber giro) {
        var tenant = Tenancy.required();
        sql.update(
                "insert into giro_directory (giro, tenant_id) values (?, ?) on conflict do nothing",
                giro.key(),
                tenant);
        return ownerOf(giro).filter(tenant::equals).isPresent();
    }

    /** True when another group of the tenant has set the giro number. */
    boolean isOfAnother(GiroNumber giro, GroupId group) {
        var field = giro.kind() == GiroNumber.Kind.BANKGIRO ? "g.bankgiro" : "g.plusgiro";
        return !entities.createQuery(
                        "select g.id from GroupEntity g where " + field + " = :digits and g.id <> :group", UUID.class)
                .setParameter("digits", giro.digits())
                .setParameter("group", group.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Keeps a logo under the hash of its bytes. */
    void keepLogo(String hash, String mediaType, byte[] content) {
        sql.update(
                "insert into logo (tenant_id, hash, media_type, content) values (?, ?, ?, ?) on conflict do nothing",
                Tenancy.required(),
                hash,
                mediaType,
                content);
    }

    /** The bytes of a logo. */
    public Optional<byte[]> logo(String hash) {
        return sql.one(
                "select content from logo where tenant_id = ? and hash = ?",
                row -> row.bytes("content"),
                Tenancy.required(),
                hash);
    }

    Optional<GroupEntity> entity(GroupId id) {
        return Optional.ofNullable(entities.find(GroupEntity.class, id.value()));
    }

    void add(Group group) {
        entities.persist(new GroupEntity(Tenancy.required().value(), group));
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    /** The group with its version, if the tenant has it. */
    public Optional<CreateGroup.Versioned> versioned(GroupId id) {
        return entity(id).map(entity -> new CreateGroup.Versioned(entity.toDomain(), entity.version()));
    }

    /** The number of root groups, to find the next one's path. */
    int roots() {
        return entities.createQuery("select count(g) from GroupEntity g where g.parentId is null", Long.class)
                .getSingleResult()
                .intValue();
    }

    /** What the group sets of its billing identity. */
    static BillingIdentity.Own own(Group group) {
        return new BillingIdentity.Own(group.id(), withName(group));
    }

    /** The groups from the root down to this one. */
    List<Group> wayDown(Group group) {
        return onPaths(group.place().wayDown(), group.place().wayDown().size(), "");
    }

    /** The root's own name stands in where nobody has set one. */
    private static Map<BillingField, String> withName(Group on) {
        if (on.place().parent().isPresent() || on.own().containsKey(BillingField.NAME)) {
            return on.own();
        }
        var named = new HashMap<>(on.own());
        named.put(BillingField.NAME, on.name());
        return named;
    }
}

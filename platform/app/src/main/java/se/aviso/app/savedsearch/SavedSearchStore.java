package se.aviso.app.savedsearch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.GroupId;

/** The searches that are kept. */
@ApplicationScoped
public class SavedSearchStore {
    private static final String SELECT =
            "select q.* from saved_search q left join group_node g on g.tenant_id = q.tenant_id and g.id = q.group_id "
                    + "where ";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Those of the user and those of the subtrees, by name. */
    List<SavedSearch> seenBy(UUID user, List<String> roots, Optional<SearchedList> list, int most) {
        var criteria = seen(user, roots).and("q.list = ?", list.map(Codes::of));
        return sql.query(
                SELECT + criteria.where() + " order by q.name, q.id limit ?",
                SavedSearchStore::read,
                criteria.params(most));
    }

    /** The one, if it is the user's or of one of the subtrees. */
    Optional<SavedSearch> find(UUID id, UUID user, List<String> roots) {
        var criteria = seen(user, roots).and("q.id = ?", id);
        return sql.one(SELECT + criteria.where(), SavedSearchStore::read, criteria.params());
    }

    /** How many a user has. */
    long countOf(UUID owner) {
        return sql.query(
                        "select count(*) as times from saved_search where tenant_id = ? and owner_id = ?",
                        row -> row.bigint("times"),
                        Tenancy.required(),
                        owner)
                .get(0);
    }

    void add(SavedSearch search) {
        sql.update(
                "insert into saved_search (tenant_id, id, owner_id, list, name, query, group_id, created_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                search.id(),
                search.owner(),
                Codes.of(search.list()),
                search.name(),
                search.query(),
                search.group().map(GroupId::value),
                clock.instant());
    }

    /** Writes what may change, if the row still has the version; false where it has another. */
    boolean change(SavedSearch search) {
        return sql.update(
                        "update saved_search set name = ?, query = ?, group_id = ?::uuid, version = version + 1 "
                                + "where tenant_id = ? and id = ? and version = ?",
                        search.name(),
                        search.query(),
                        search.group().map(GroupId::value),
                        Tenancy.required(),
                        search.id(),
                        search.version())
                == 1;
    }

    void remove(UUID id) {
        sql.update("delete from saved_search where tenant_id = ? and id = ?", Tenancy.required(), id);
    }

    private static Criteria seen(UUID user, List<String> roots) {
        var shared = Criteria.of("q").within("g.path", roots);
        return Criteria.of("q").and("(q.owner_id = ? or (" + shared.where() + "))", params(user, shared));
    }

    private static Object[] params(UUID user, Criteria shared) {
        var behind = shared.params();
        var all = new Object[behind.length + 1];
        all[0] = user;
        System.arraycopy(behind, 0, all, 1, behind.length);
        return all;
    }

    private static SavedSearch read(Row row) {
        return new SavedSearch(
                row.uuid("id"),
                row.uuid("owner_id"),
                row.code("list", SearchedList.class),
                row.text("name"),
                row.text("query"),
                row.optionalUuid("group_id").map(GroupId::new),
                row.bigint("version"));
    }
}

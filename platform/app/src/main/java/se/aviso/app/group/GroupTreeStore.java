package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import se.aviso.app.tenancy.PrefixRange;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.group.Group;

/**
 * The shape of the tree, and everything that holds a path of it: groups, prices and runs. Grants, members and invoices
 * hold the group itself, and so are right wherever it stands.
 */
@ApplicationScoped
public class GroupTreeStore {
    private static final String LOCK = "tree";

    @PersistenceContext(unitName = "aviso")
    EntityManager entities;

    @Inject
    Sql sql;

    /** Waits until nobody works by the paths of the tree, and keeps others out until commit. */
    public void lock() {
        enter("for update");
    }

    /** Keeps the paths as they are until commit; many may do so at once. Comes before the paths are read. */
    public void hold() {
        enter("for share");
    }

    private void enter(String strength) {
        var tenant = Tenancy.required();
        sql.update("insert into tenant_lock (tenant_id, name) values (?, ?) on conflict do nothing", tenant, LOCK);
        sql.query(
                "select name from tenant_lock where tenant_id = ? and name = ? " + strength,
                row -> row.text("name"),
                tenant,
                LOCK);
    }

    /** How many groups stand in the subtree, its root counted in. */
    long size(String path) {
        var range = PrefixRange.of(path);
        return sql.one(
                        "select count(*) as groups from group_node where tenant_id = ? and path >= ? and path < ?",
                        row -> row.bigint("groups"),
                        Tenancy.required(),
                        range.from(),
                        range.to())
                .orElseThrow();
    }

    /** Puts a group with all below it under another, as its next child; answers the new path. */
    String move(Group moved, Group target) {
        var to = nextChild(target);
        sql.update(
                "update group_node set parent_id = ? where tenant_id = ? and id = ?",
                target.id().value(),
                Tenancy.required(),
                moved.id().value());
        rewrite("group_node", "path", "version = version + 1, ", moved.place().path(), to);
        rewrite("price", "group_path", "", moved.place().path(), to);
        rewrite("run", "group_path", "", moved.place().path(), to);
        entities.clear(); // what was read by its old path must not be written back
        return to;
    }

    private void rewrite(String table, String column, String also, String from, String to) {
        var range = PrefixRange.of(from);
        sql.update(
                "update " + table + " set " + also + column + " = ? || substr(" + column + ", ?) "
                        + "where tenant_id = ? and " + column + " >= ? and " + column + " < ?",
                to,
                from.length() + 1,
                Tenancy.required(),
                range.from(),
                range.to());
    }

    private String nextChild(Group parent) {
        var id = parent.id().value();
        sql.update(
                "update group_node set children = children + 1, version = version + 1 where tenant_id = ? and id = ?",
                Tenancy.required(),
                id);
        return sql.one(
                        "select path, children from group_node where tenant_id = ? and id = ?",
                        row -> row.text("path") + "%05d/".formatted(row.integer("children")),
                        Tenancy.required(),
                        id)
                .orElseThrow();
    }
}

package se.aviso.it.matrix;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.aviso.it.Books;

/**
 * A hash over the rows of each table, of each tenant that is looked at and of the tables that no tenant has.
 *
 * <p>They are read anew only where a transaction that wrote has ended since: what is seen depends on nothing else.
 */
final class Rows implements AutoCloseable {
    /**
     * The timetable's ids and times of runs are nobody's; the books are examined, and their sums folded, by the night;
     * sources of bank files are looked at by themselves.
     */
    private static final Set<String> RESTLESS = Set.of(
            "scheduled_tasks",
            "databasechangelog",
            "databasechangeloglock",
            "books_check",
            "account_day",
            "bank_look",
            "bank_alarm",
            "bank_arrival");

    /** Bytes of bank files that other tests have handed in: many, and never altered; nobody has the right to. */
    private static final String PIECES = "vault_piece";

    /** Why one of them waits is told by the product in its own time, of each once. */
    private static final String DISPATCHES = "dispatch";

    private final Connection connection;
    private final List<String> tenants;
    private final List<String> tenantTables;
    private final List<String> otherTables;
    /** The moment at which something was read, with what was read. */
    private final Map<String, Reading> readings = new HashMap<>();

    /** What was seen at a moment. */
    private record Reading(String moment, Map<String, String> hashes) {}

    Rows(Books books, Collection<String> tenants) throws SQLException {
        this.connection = books.connect();
        this.tenants = List.copyOf(tenants);
        this.tenantTables = tables("exists");
        this.otherTables = tables("not exists");
    }

    /** All as they are now, by {@code tenant.table}. */
    Map<String, String> now() {
        var all = new TreeMap<String, String>();
        for (var tenant : tenants) {
            all.putAll(of(tenant));
        }
        all.putAll(sinceChanged("", () -> hashes("", otherTables, table -> "")));
        return all;
    }

    /** One tenant's. */
    Map<String, String> of(String tenant) {
        return sinceChanged(tenant, () -> {
            enter(tenant);
            return hashes(
                    tenant + ".", tenantTables, table -> " where t.tenant_id = current_setting('app.tenant')::uuid");
        });
    }

    private Map<String, String> sinceChanged(String name, Supplier<Map<String, String>> reader) {
        var moment = moment();
        var known = readings.get(name);
        if (known == null || !known.moment().equals(moment)) {
            known = new Reading(moment, reader.get());
            readings.put(name, known);
        }
        return new TreeMap<>(known.hashes());
    }

    /** Which transactions that wrote have ended: the same twice, and nothing has changed between. */
    private String moment() {
        var moments = new ArrayList<String>();
        each("select pg_current_snapshot()::text, ''", (moment, nothing) -> moments.add(moment));
        return moments.get(0);
    }

    /** Those of a tenant's rows that name the id. */
    Map<String, String> naming(String tenant, String id) {
        enter(tenant);
        return hashes(tenant + ".", tenantTables, table -> " where t::text like '%" + id + "%'");
    }

    /** The tables in which something is otherwise. */
    static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var tables = new TreeSet<>(before.keySet());
        tables.removeIf(table -> Objects.equals(before.get(table), after.get(table)));
        return tables;
    }

    /** Every id of a tenant's rows, with the table that it stands in. */
    Map<String, String> ids(String tenant) {
        enter(tenant);
        var query = withIds().stream()
                .map(table -> "select t.id::text, '" + table + "' from " + table
                        + " t where t.tenant_id = current_setting('app.tenant')::uuid")
                .collect(Collectors.joining(" union all "));
        var ids = new TreeMap<String, String>();
        each(query, ids::put);
        return ids;
    }

    private List<String> withIds() {
        var names = new ArrayList<String>();
        each(
                "select c.relname, '' from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'"
                        + " and a.atttypid = 'uuid'::regtype where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'",
                (name, nothing) -> names.add(name));
        names.retainAll(tenantTables);
        return names;
    }

    private Map<String, String> hashes(String prefix, List<String> tables, Narrowing narrowing) {
        var query = tables.stream()
                .map(table -> "select '" + table + "', count(*) || ':' || coalesce(sum(hashtextextended("
                        + looked(table) + ", 0)), 0) from "
                        + table
                        + " t" + narrowing.of(table))
                .collect(Collectors.joining(" union all "));
        var found = new TreeMap<String, String>();
        each(query, (table, hash) -> found.put(prefix + table, hash));
        return found;
    }

    /** What of a row is looked at. */
    private static String looked(String table) {
        return switch (table) {
            case PIECES -> "t.vault_id || ' ' || t.position";
            case DISPATCHES -> "(to_jsonb(t) - 'failure')::text";
            default -> "t::text";
        };
    }

    /** What stands behind a table's name in a query. */
    private interface Narrowing {
        String of(String table);
    }

    /** Takes two columns. */
    private interface Taker {
        void take(String first, String second);
    }

    private void enter(String tenant) {
        each(
                "select set_config('app.tenant', (select id::text from tenant where slug = '" + tenant
                        + "'), false), ''",
                (id, nothing) -> Objects.requireNonNull(id, tenant));
    }

    private List<String> tables(String having) {
        var names = new ArrayList<String>();
        each(
                "select c.relname, '' from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and "
                        + having + " (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'"
                        + " and not a.attisdropped) order by 1",
                (name, nothing) -> names.add(name));
        names.removeAll(RESTLESS);
        return names;
    }

    private void each(String query, Taker taker) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                taker.take(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

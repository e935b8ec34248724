package se.aviso.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database's own catalogue says of the wall between tenants. */
class CatalogueIT {
    /** Tables that stand outside the rule, each with its reason. */
    private static final Map<String, String> OUTSIDE = Map.ofEntries(
            entry("tenant", "the walls themselves: found by slug before any tenant is known, changed only from inside"),
            entry("giro_directory", "unique over all tenants: a giro number belongs to one; written only from inside"),
            entry("form_directory", "finds the tenant of a public form; written only from inside"),
            entry("vault_file", "raw bank files are the operator's: one file may serve many tenants"),
            entry("vault_piece", "as vault_file"),
            entry("bank_source", "where bank files come from is the operator's; no tenant's name or money is in it"),
            entry("bank_look", "as bank_source"),
            entry("bank_alarm", "as bank_source"),
            entry("bank_arrival", "as bank_source: files that lie at a server and nobody has read"),
            entry("sftp_connection", "as bank_source, with a secret that only the master key opens"),
            entry("picked_file", "as vault_file"),
            entry("picked_section", "as vault_file: whose a section is is known to the operator alone"),
            entry("reference_rate", "what Sveriges riksbank decides is the same for everybody"),
            entry(
                    "ended_session",
                    "log-out tokens name no tenant: ids of sessions and users of the identity provider, kept for a week"),
            entry("provider_pace", "a provider's pace is the installation's; no tenant's name or message is in it"),
            entry("scheduled_tasks", "the scheduler's clock: ids and times of runs, nothing of a tenant's"),
            entry("databasechangelog", "Liquibase's own"),
            entry("databasechangeloglock", "Liquibase's own"));

    private static final Set<String> APPEND_ONLY = Set.of("ledger_entry", "posting", "allocation");

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void everyTableHasATenantOrAReason() throws SQLException {
        assertThat(names("""
                select relname from pg_class c
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                  and not exists (select from pg_attribute a
                                  where a.attrelid = c.oid and attname = 'tenant_id' and not attisdropped)""")).isSubsetOf(OUTSIDE.keySet());
    }

    @Test
    void everyTenantsTableIsIsolatedByForce() throws SQLException {
        assertThat(tenantTables("""
                and not (relrowsecurity and relforcerowsecurity
                         and exists (select from pg_policy where polrelid = c.oid))""")).isEmpty();
    }

    @Test
    void thePolicyOfATenantsTableComparesTheTenantAndNothingElse() throws SQLException {
        assertThat(tenantTables("""
                and exists (select from pg_policy p where polrelid = c.oid
                            and not (polcmd = '*' and polpermissive
                                     and pg_get_expr(polqual, polrelid) like '(tenant\\_id = %app.tenant%'
                                     and pg_get_expr(polwithcheck, polrelid) = pg_get_expr(polqual, polrelid)))""")).isEmpty();
    }

    @Test
    void everyPrimaryKeyIsLedByTheTenant() throws SQLException {
        assertThat(tenantTables("""
                and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                                where indrelid = c.oid and indisprimary and attname = 'tenant_id')""")).isEmpty();
    }

    @Test
    void everyUniqueIndexIsLedByTheTenant() throws SQLException {
        assertThat(tenantTables("""
                and exists (select from pg_index i left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                            where indrelid = c.oid and indisunique and attname is distinct from 'tenant_id')""")).isEmpty();
    }

    @Test
    void everyForeignKeyIsLedByTheTenant() throws SQLException {
        assertThat(tenantTables("""
                and exists (select from pg_constraint k left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
                            where conrelid = c.oid and contype = 'f' and attname is distinct from 'tenant_id')""")).isEmpty();
    }

    @Test
    void theRuntimeRoleOwnsNothingAndCannotGoRoundTheWall() throws SQLException {
        assertThat(names("""
                select relname from pg_class join pg_roles r on r.oid = relowner where rolname = 'aviso_app'
                union all
                select rolname from pg_roles
                where rolname = 'aviso_app' and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb or rolreplication)
                union all
                select 'member of ' || roleid::regrole from pg_auth_members where member = 'aviso_app'::regrole
                union all
                select 'create in ' || nspname from pg_namespace
                where has_schema_privilege('aviso_app', oid, 'create') and nspname !~ '^pg_'""")).isEmpty();
    }

    @Test
    void whatIsBookedStaysBooked() throws SQLException {
        for (var table : APPEND_ONLY) {
            assertThat(names("select privilege from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) privilege"
                            + " where has_table_privilege('aviso_app', '" + table + "', privilege)"))
                    .as(table)
                    .isEmpty();
        }
    }

    private static Set<String> tenantTables(String condition) throws SQLException {
        var tables = names("""
                select relname from pg_class c
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                  and exists (select from pg_attribute a
                              where a.attrelid = c.oid and attname = 'tenant_id' and not attisdropped)
                """ + condition);
        tables.removeAll(OUTSIDE.keySet());
        return tables;
    }

    private static Set<String> names(String query) throws SQLException {
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var names = new TreeSet<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}

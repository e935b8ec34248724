package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A subtree is found by an index, as the serving role and behind the wall between tenants: the plan says so. */
class SubtreePlanIT {
    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final String SUBTREE = "g.path >= '/00001/00050/' and g.path < '/00001/000500'";

    private static TestDatabase database;

    /** A hundred districts of a hundred groups, four members in each; and a tenant beside it. */
    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        plant(TENANT, "stor", 100);
        plant(OTHER, "annan", 20);
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theGroupsOfASubtreeAreARangeOfAnIndex() throws SQLException {
        assertThat(plan("select * from group_node g where g.tenant_id = '" + TENANT + "' and " + SUBTREE))
                .anyMatch(line -> line.matches(".*Index Cond:.*tenant_id = .*path >= .*path < .*"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void theMembershipsOfASubtreeAreFoundByItsGroups() throws SQLException {
        assertThat(plan(
                        "select s.id from membership s join group_node g on g.tenant_id = s.tenant_id and g.id = s.group_id"
                                + " where s.tenant_id = '" + TENANT + "' and " + SUBTREE))
                .anyMatch(line -> line.matches(".*Index Cond:.*path >= .*path < .*"))
                .anyMatch(line -> line.contains("using membership_group on"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    /** A group that narrows a list and is named by its id: the range comes from a query of its own. */
    @Test
    void aSubtreeNamedByItsRootIsARangeOfAnIndexToo() throws SQLException {
        var root = "from group_node w where w.tenant_id = '" + TENANT + "' and w.id = md5('" + TENANT
                + "/00001/00050/')::uuid and (w.path >= '/' and w.path < '0'))";
        assertThat(plan("select * from group_node g where g.tenant_id = '" + TENANT + "' and g.path >= (select w.path "
                        + root + " and g.path < (select rtrim(w.path, '/') || '0' " + root))
                .anyMatch(line -> line.matches(".*Index Cond:.*path >= .*path < .*"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    /** What the range is for: under row-level security a pattern is no condition of an index. */
    @Test
    void aPatternWouldNotBe() throws SQLException {
        assertThat(plan("select * from group_node g where g.tenant_id = '" + TENANT
                        + "' and g.path like '/00001/00050/%'"))
                .noneMatch(line -> line.matches(".*Index Cond:.*path.*"));
    }

    private static List<String> plan(String query) throws SQLException {
        try (var connection = database.as(TestDatabase.APP);
                var statement = connection.createStatement()) {
            enter(statement, TENANT);
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }

    private static void plant(UUID tenant, String slug, int districts) throws SQLException {
        database.addTenant(tenant, slug);
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            enter(statement, tenant);
            var path =
                    "'/00001/' || lpad(d::text, 5, '0') || '/' || case when l = 0 then '' else lpad(l::text, 5, '0') || '/' end";
            statement.execute("insert into group_node (tenant_id, id, kind, slug, name, path) select '" + tenant
                    + "', md5('" + tenant + "' || " + path + ")::uuid, 2, 'g-' || d || '-' || l, 'Grupp', " + path
                    + " from generate_series(1, " + districts + ") d, generate_series(0, 100) l");
            statement.execute(
                    "insert into membership_type (tenant_id, id, slug, name_sv, name_en, period_rule, age_on, vat, account,"
                            + " renewal_kind, renewal_days_before, payment_term_days, reminder_after_days, lapse_after_days) values ('"
                            + tenant + "', '" + tenant + "', 'ar', 'År', 'Year', 0, 0, 0, 3010, 0, 30, 30, 10, 60)");
            statement.execute(
                    "insert into member (tenant_id, id, number, given_name, family_name, born, channel) select '"
                            + tenant
                            + "', md5('m' || n)::uuid, n, 'Sam', 'Lika', '1980-01-01', 0 from generate_series(1, "
                            + districts * 400 + ") n");
            statement.execute(
                    "insert into membership (tenant_id, id, member_id, group_id, type_id, joined_on, status) select '"
                            + tenant
                            + "', md5('s' || g.id || n)::uuid, md5('m' || (row_number() over ()))::uuid, g.id, '"
                            + tenant
                            + "', '2027-01-01', 1 from group_node g, generate_series(1, 4) n where g.slug not like '%-0'");
        }
    }

    private static void enter(Statement statement, UUID tenant) throws SQLException {
        statement.execute("select set_config('app.tenant', '" + tenant + "', false)");
    }
}

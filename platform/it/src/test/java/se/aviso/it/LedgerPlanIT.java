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

/**
 * Balances are sums of days and no walk over postings, and an account's entries come along an index, as the serving
 * role and behind the wall between tenants. With {@code -Dledger.entries=1000000} it prints how long they take.
 */
class LedgerPlanIT {
    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000012");
    private static final int ENTRIES = Integer.getInteger("ledger.entries", 20_000);
    private static final String OF_DAYS = " from account_day d join group_node g on g.tenant_id = d.tenant_id "
            + "and g.id = d.seller_group_id where d.tenant_id = '" + TENANT + "' and g.path >= '/' and g.path < '0' ";
    private static final String ENTRIES_OF =
            "select e.* from ledger_entry e join group_node g on g.tenant_id = e.tenant_id "
                    + "and g.id = e.seller_group_id where e.tenant_id = '" + TENANT
                    + "' and g.path >= '/' and g.path < '0' ";

    private static final List<String> PLANTING = List.of(
            "insert into group_node (tenant_id, id, kind, slug, name, path) select '%1$s', md5('g' || n)::uuid, 2, 'g-' || n,"
                    + " 'Grupp', '/' || lpad(n::text, 5, '0') || '/' from generate_series(1, 40) n",
            "insert into ledger_entry (tenant_id, id, seller_group_id, kind, booked_on, created_at) select '%1$s',"
                    + " lpad(to_hex(n), 32, '0')::uuid, md5('g' || (n %% 40 + 1))::uuid, n %% 12, date '2026-01-01' + n %% 700, now()"
                    + " from generate_series(1, %2$d) n",
            "insert into posting (tenant_id, entry_id, position, account, side, amount, currency) select '%1$s',"
                    + " lpad(to_hex(n), 32, '0')::uuid, s, case s when 0 then 1510 when 1 then 3010 + n %% 5 else 2611 end,"
                    + " least(s, 1), case s when 0 then 3 else 1 end * (n %% 300 * 100 + case s when 2 then 200 else 100 end),"
                    + " 'SEK' from generate_series(1, %2$d) n, generate_series(0, 2) s",
            "insert into account_day (tenant_id, seller_group_id, booked_on, account, currency, id, debit, credit, postings)"
                    + " select e.tenant_id, e.seller_group_id, e.booked_on, p.account, p.currency, gen_random_uuid(),"
                    + " coalesce(sum(p.amount) filter (where p.side = 0), 0),"
                    + " coalesce(sum(p.amount) filter (where p.side = 1), 0), count(*) from ledger_entry e join posting p"
                    + " on p.tenant_id = e.tenant_id and p.entry_id = e.id group by 1, 2, 3, 4, 5");

    private static TestDatabase database;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(TENANT, "bok");
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            enter(statement);
            for (var planting : PLANTING) {
                statement.execute(planting.formatted(TENANT, ENTRIES));
            }
            for (var table : List.of("group_node", "ledger_entry", "posting", "account_day")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void balancesAreSumsOfDays() throws SQLException {
        assertThat(plan("select d.account, d.currency, sum(d.debit), sum(d.credit)" + OF_DAYS
                        + "and d.booked_on <= '2027-06-30' group by 1, 2 order by 1, 2 limit 1000"))
                .anyMatch(line -> line.contains("account_day"))
                .noneMatch(line -> line.contains("posting") || line.contains("ledger_entry"));
    }

    @Test
    void anAccountsMonthsAreReadFromItsIndexAlone() throws SQLException {
        assertThat(
                        plan(
                                "select date_trunc('month', d.booked_on), sum(d.debit), sum(d.credit)" + OF_DAYS
                                        + "and d.account = 3011 and d.currency = 'SEK' and d.booked_on <= '2027-06-30' group by 1 order by 1"))
                .anyMatch(line -> line.contains("account_day_of_account"))
                .anyMatch(line -> line.matches(".*Index Cond:.*tenant_id = .*account = .*booked_on <= .*"));
    }

    @Test
    void theNewestEntriesOfAnAccountComeAlongAnIndex() throws SQLException {
        assertThat(plan(ENTRIES_OF + "and e.id in (select p.entry_id from posting p where p.tenant_id = e.tenant_id "
                        + "and p.account = 3011) order by e.id desc limit 51"))
                .anyMatch(line -> line.contains("posting_account"))
                .noneMatch(line -> line.contains("Seq Scan on posting"));
    }

    @Test
    void theEntriesOfASellersDayComeAlongAnIndex() throws SQLException {
        assertThat(plan(ENTRIES_OF + "and e.seller_group_id = md5('g7')::uuid and e.booked_on = '2026-05-05' "
                        + "order by e.id desc limit 51"))
                .anyMatch(line -> line.contains("ledger_entry_of_day"));
    }

    private static List<String> plan(String query) throws SQLException {
        try (var connection = database.as(TestDatabase.APP);
                var statement = connection.createStatement()) {
            enter(statement);
            if (Integer.getInteger("ledger.entries") != null) {
                print(statement, query);
            }
            return lines(statement, "explain " + query);
        }
    }

    private static void print(Statement statement, String query) throws SQLException {
        lines(statement, "explain analyze " + query);
        lines(statement, "explain (analyze, buffers) " + query).forEach(System.out::println);
    }

    private static List<String> lines(Statement statement, String query) throws SQLException {
        var lines = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static void enter(Statement statement) throws SQLException {
        statement.execute("select set_config('app.tenant', '" + TENANT + "', false)");
    }
}

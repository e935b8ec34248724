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
 * Searches of invoices find what they need in indexes alone, as the serving role and behind the wall between tenants.
 */
class SearchPlanIT {
    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000011");
    private static final String OF = " where i.tenant_id = '" + TENANT + "' and ";

    private static TestDatabase database;

    /** Twenty thousand invoices of two years in forty groups; one of fifty is unpaid. */
    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(TENANT, "sok");
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            enter(statement);
            for (var planting : PLANTING) {
                statement.execute(planting.formatted(TENANT));
            }
            statement.execute("vacuum analyze invoice");
            statement.execute("vacuum analyze settlement");
            statement.execute("vacuum analyze invoice_line");
            statement.execute("vacuum analyze reminder");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theNewestComeAlongTheOrderWithoutTheirRows() throws SQLException {
        assertThat(plan("select i.id from (select i.id, i.issued_on, i.total from invoice i" + OF + "true"
                        + " order by i.issued_on desc, i.id desc limit 10000) i where i.total > 1 limit 51"))
                .anyMatch(line -> line.contains("Index Only Scan Backward using invoice_by_issued"));
    }

    @Test
    void aPartOfTheListBeginsInsideTheIndex() throws SQLException {
        assertThat(
                        plan(
                                "select i.id from invoice i" + OF
                                        + "(i.due_on, i.id) < ('2026-03-01', md5('x')::uuid) order by i.due_on desc, i.id desc limit 51"))
                .anyMatch(line -> line.contains("using invoice_by_due"))
                .anyMatch(line -> line.matches(".*Index Cond:.*tenant_id = .*ROW\\(due_on, id\\) < .*"));
    }

    @Test
    void daysAndAmountsAreLookedAtInTheIndexAlone() throws SQLException {
        assertThat(plan("select i.id from invoice i" + OF + "i.due_on >= '2026-03-01' and i.due_on <= '2026-03-02'"
                        + " and i.total >= 20000 and i.kind = 0"))
                .anyMatch(line -> line.contains("Index Only Scan using invoice_by_due"))
                .anyMatch(line -> line.matches(".*Index Cond:.*tenant_id = .*due_on >= .*due_on <= .*"));
    }

    @Test
    void whatIsUnpaidIsFoundByItsState() throws SQLException {
        assertThat(plan("select s.invoice_id, s.claimed - s.received from settlement s where s.tenant_id = '" + TENANT
                        + "' and s.status = 0"))
                .anyMatch(line -> line.matches(".*(using|on) settlement_by_status.*"));
    }

    @Test
    void aGroupsInvoicesOfAYearAreARangeOfItsIndex() throws SQLException {
        assertThat(plan("select i.id from invoice i" + OF
                        + "i.group_id = md5('g7')::uuid and i.issued_on >= '2026-06-01'" + " and i.total > 1"))
                .anyMatch(line -> line.contains("Index Only Scan using invoice_by_group"))
                .anyMatch(line -> line.matches(".*Index Cond:.*tenant_id = .*group_id = .*issued_on >= .*"));
    }

    @Test
    void aProductIsFoundThroughTheLinesThatHaveOne() throws SQLException {
        assertThat(plan("select i.id from invoice i" + OF + "i.id in (select l.invoice_id from invoice_line l"
                        + " where l.tenant_id = '" + TENANT + "' and l.product = 'T7' and l.product <> '')"))
                .anyMatch(line -> line.contains("invoice_line_product"))
                .anyMatch(line -> line.matches(".*Index Cond:.*tenant_id = .*product = .*"));
    }

    private static final List<String> PLANTING = List.of(
            "insert into group_node (tenant_id, id, kind, slug, name, path) select '%1$s', md5('g' || n)::uuid, 2, 'g-' || n,"
                    + " 'Grupp', '/' || lpad(n::text, 5, '0') || '/' from generate_series(1, 40) n",
            "insert into member (tenant_id, id, number, given_name, family_name, born, channel) values"
                    + " ('%1$s', md5('m')::uuid, 1, 'Sam', 'Lika', '1980-01-01', 0)",
            "insert into invoice (tenant_id, id, kind, occasion, seller_group_id, number, giro, ocr, member_id, group_id,"
                    + " total, currency, issued_on, due_on, snapshot, created_at) select '%1$s', md5('i' || n)::uuid, 0, 1,"
                    + " md5('g1')::uuid, n, '1', n::text, md5('m')::uuid, md5('g' || (n %% 40 + 1))::uuid, n %% 300 * 100,"
                    + " 'SEK', date '2025-01-01' + n / 28, date '2025-01-31' + n / 28,"
                    + " jsonb_build_object('x', repeat('uppgift ', 60)), now() from generate_series(1, 20000) n",
            "insert into settlement (tenant_id, invoice_id, claimed, received, status) select '%1$s', id, total, 0,"
                    + " case when number %% 50 = 0 then 0 else 2 end from invoice",
            "insert into invoice_line (tenant_id, invoice_id, position, kind, text, quantity, unit, amount, vat, vat_amount,"
                    + " account, product) select '%1$s', id, 1, 1, 'Rad', 1, total, total, 4, 0, 3010,"
                    + " case when number %% 100 = 0 then 'T' || number / 100 %% 20 else '' end from invoice");

    private static List<String> plan(String query) throws SQLException {
        try (var connection = database.as(TestDatabase.APP);
                var statement = connection.createStatement()) {
            enter(statement);
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }

    private static void enter(Statement statement) throws SQLException {
        statement.execute("select set_config('app.tenant', '" + TENANT + "', false)");
        statement.execute("set enable_seqscan = off");
    }
}

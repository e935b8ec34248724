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
 * What is asked of a run again and again is found by indexes, as the serving role and behind the wall between tenants.
 */
class RunPlanIT {
    private static final System.Logger LOG = System.getLogger(RunPlanIT.class.getName());
    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID RUN = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final String OF_RUN = "tenant_id = '" + TENANT + "' and run_id = '" + RUN + "'";
    private static final int RECIPIENTS = 100_000;

    private static TestDatabase database;

    /** A run of a hundred thousand, of whom one in a hundred was passed over; and as many of another. */
    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabase.start();
        database.addTenant(TENANT, "stor");
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            enter(statement);
            plant(statement, RUN);
            plant(statement, UUID.fromString("00000000-0000-7000-8000-0000000000bb"));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze run_recipient");
            statement.execute("vacuum analyze run");
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void howFarARunIsStandsInItsRow() throws SQLException {
        assertThat(plan("select * from run where tenant_id = '" + TENANT + "' and id = '" + RUN + "'", true))
                .noneMatch(line -> line.contains("run_recipient"));
    }

    @Test
    void theReasonsAreCountedInAnIndexOfThoseAlone() throws SQLException {
        assertThat(plan(
                        "select run_id, reason, count(*) from run_recipient where " + OF_RUN
                                + " and reason is not null group by run_id, reason",
                        true))
                .anyMatch(line -> line.contains("Index Only Scan using run_recipient_reason"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void theNextChunkIsTheFirstOfAnIndex() throws SQLException {
        assertThat(plan(
                        "select chunk from run_recipient where " + OF_RUN
                                + " and chunk > 50 and state = 0 order by chunk limit 1",
                        true))
                .anyMatch(line -> line.contains("using run_recipient_chunk"))
                .noneMatch(line -> line.contains("Sort"));
    }

    @Test
    void theRemindersOfARunAreFoundByIt() throws SQLException {
        for (var table : List.of("reminder", "recalled_reminder")) {
            assertThat(plan("select count(*), sum(open) from " + table + " where " + OF_RUN, false))
                    .anyMatch(line -> line.matches(".*Index Cond:.*run_id = .*"))
                    .anyMatch(line -> line.contains(table + "_run"));
        }
    }

    private static List<String> plan(String query, boolean filled) throws SQLException {
        try (var connection = database.as(TestDatabase.APP);
                var statement = connection.createStatement()) {
            enter(statement);
            if (!filled) {
                statement.execute("set local enable_seqscan = off"); // an empty table is read as it is
            }
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery("explain (analyze, buffers) " + query)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            LOG.log(System.Logger.Level.DEBUG, () -> String.join("\n", lines));
            return lines;
        }
    }

    private static void plant(Statement statement, UUID run) throws SQLException {
        statement.execute("insert into run (tenant_id, id, kind, business_date, group_path, state, total, started_by, "
                + "created_at) values ('" + TENANT + "', '" + run + "', 0, '2027-01-04', '/', 0, " + RECIPIENTS
                + ", 'Prov', now())");
        statement.execute("insert into run_recipient (tenant_id, run_id, chunk, subject_id, state, reason) select '"
                + TENANT + "', '" + run + "', i / 1000, md5('" + run + "' || i)::uuid, case when i % 100 = 0 then 3 "
                + "when i < 60000 then 1 else 0 end, case when i % 100 = 0 then 'not-due' end "
                + "from generate_series(0, " + (RECIPIENTS - 1) + ") i");
    }

    private static void enter(Statement statement) throws SQLException {
        statement.getConnection().setAutoCommit(false);
        statement.execute("set local app.tenant = '" + TENANT + "'");
    }
}

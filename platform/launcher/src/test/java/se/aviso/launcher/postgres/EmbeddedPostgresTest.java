package se.aviso.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.distribution.Assemble;
import se.aviso.launcher.distribution.Distribution;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {
    private Distribution distribution;
    private DataFolder folder;
    private EmbeddedPostgres postgres;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        distribution = Distribution.running();
        Assemble.unpackPostgres(distribution);
        folder = DataFolder.open(temporary.resolve("data"));
        postgres = EmbeddedPostgres.start(distribution.postgres(), folder);
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fsync, on
            synchronous_commit, on
            full_page_writes, on
            data_checksums, on
            password_encryption, scram-sha-256
            listen_addresses, 127.0.0.1
            server_encoding, UTF8
            """)
    void whatIsCommittedIsOnDiskAndTheDoorIsNarrow(String setting, String value) throws SQLException {
        assertThat(ask("SHOW " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"aviso_owner", "aviso_app", "keycloak"})
    void noRoleOfOursIsPrivileged(String role) throws SQLException {
        assertThat(ask("SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication FROM pg_roles"
                        + " WHERE rolname = '" + role + "'"))
                .isEqualTo("f");
    }

    @Test
    void theOwnerOwnsTheDatabaseAndTheWorkerNothing() throws SQLException {
        assertThat(ask("SELECT string_agg(datname, ',') FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba"
                        + " WHERE rolname = 'aviso_owner'"))
                .isEqualTo("aviso");
        assertThat(ask("SELECT count(*) FROM pg_shdepend s JOIN pg_roles r ON r.oid = s.refobjid"
                        + " WHERE rolname = 'aviso_app' AND deptype = 'o'"))
                .isEqualTo("0");
    }

    @Test
    void theWorkerMakesNoTable() throws SQLException {
        var settings = postgres.settings();
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var settings = postgres.settings();
        assertThatThrownBy(() -> DriverManager.getConnection(settings.url(), settings.user(), "guess"))
                .hasMessageContaining("password authentication failed");
    }

    /** What a killed launcher leaves: a server that runs on, and after it a new start on the same folder. */
    @Test
    void aServerLeftOverIsTakenOverAndNothingIsLost() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS kept (id int)", "INSERT INTO kept VALUES (1)");
        postgres = EmbeddedPostgres.start(distribution.postgres(), folder);
        assertThat(ask("SELECT count(*) >= 1 FROM kept")).isEqualTo("t");
    }

    /** A power cut: every process of the server gone at once, its lock file left. */
    @Test
    void aKilledServerComesBackWithWhatWasCommitted() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS survived (id int)", "INSERT INTO survived VALUES (1)");
        kill();
        postgres = EmbeddedPostgres.start(distribution.postgres(), folder);
        assertThat(ask("SELECT count(*) >= 1 FROM survived")).isEqualTo("t");
    }

    /** The postmaster alone is killed, as by the kernel for want of memory, and nobody restarts the launcher. */
    @Test
    void aWatchedServerThatDiesComesBackByItselfUntilItDiesTooOften() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS watched (id int)", "INSERT INTO watched VALUES (1)");
        var reasons = new LinkedBlockingQueue<String>();
        postgres.watched(Duration.ofHours(1), reasons::add);
        killPostmaster();
        awaitAnswer();
        assertThat(ask("SELECT count(*) >= 1 FROM watched")).isEqualTo("t");
        killPostmaster();
        awaitAnswer();
        assertThat(reasons).isEmpty();
        killPostmaster();
        assertThat(reasons.poll(1, TimeUnit.MINUTES)).startsWith("PostgreSQL died 3 times within 3600 seconds");
        postgres = EmbeddedPostgres.start(distribution.postgres(), folder);
    }

    @Test
    void aWatchedServerThatIsStoppedStaysStopped() throws Exception {
        var reasons = new LinkedBlockingQueue<String>();
        postgres.watched(Duration.ofHours(1), reasons::add);
        postgres.close();
        assertThat(reasons.poll(2, TimeUnit.SECONDS)).isNull();
        assertThat(folder.file("postgresql").resolve("data/postmaster.pid")).doesNotExist();
        postgres = EmbeddedPostgres.start(distribution.postgres(), folder);
    }

    /** After a power cut the process id in the lock file may be somebody else's, here this test's own. */
    @Test
    void aStaleLockFileThatNamesAStrangerIsNoObstacle() throws Exception {
        postgres.close();
        var lock = folder.file("postgresql").resolve("data/postmaster.pid");
        Files.write(
                lock,
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        lock.resolveSibling("").toString()));
        postgres = EmbeddedPostgres.start(distribution.postgres(), folder);
        assertThat(ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void secretsOfTheServerAreNotInItsLog() throws IOException {
        var secret = new Secrets(folder).of("postgresql.aviso_app");
        try (var files = Files.list(folder.log())) {
            for (var file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain(secret);
            }
        }
    }

    private void killPostmaster() throws Exception {
        var server = postmaster();
        server.destroyForcibly();
        server.onExit().get(1, TimeUnit.MINUTES);
    }

    /** While it is away connections are refused; the driver's own error is the question's answer. */
    private void awaitAnswer() throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!answers() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(answers()).isTrue();
    }

    private boolean answers() {
        try {
            return ask("SELECT 1").equals("1");
        } catch (SQLException away) {
            return false;
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var lock = folder.file("postgresql").resolve("data/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).get(0))).orElseThrow();
    }

    private void kill() throws IOException {
        var server = postmaster();
        var children = server.children().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private String ask(String query) throws SQLException {
        try (var connection = postgres.connectAsSuperuser("aviso");
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = postgres.connectAsSuperuser("aviso");
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }
}

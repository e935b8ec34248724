package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.PersonalNumber;
import se.aviso.kernel.TenantId;
import se.aviso.secret.MasterKey;
import se.aviso.secret.TenantKey;

/** A master key is replaced by another, and only who has the former one can do that. */
class MasterKeyIT {
    private static final String OLD = "the master key of last year and long enough";
    private static final String NEW = "the master key of this year and long enough";
    private static final PersonalNumber NUMBER = new PersonalNumber("199001012385");

    private static TestDatabase database;

    private final UUID tenant = UUID.randomUUID();
    private final TenantKey key = TenantKey.make(1);

    /** How the program ended, and what it said. */
    private record Ended(int code, String words) {}

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theTenantsKeyStaysAndIsOpenedByTheNewMasterKeyAlone() throws SQLException {
        keep(MasterKey.of(OLD).wrap(new TenantId(tenant), key));
        var refused = rotate(NEW, "");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.words()).contains("no master key in the settings opens");
        assertThat(MasterKey.of(OLD).unwrap(new TenantId(tenant), kept())).isPresent();
        var done = rotate(NEW, OLD);
        assertThat(done.code()).as(done.words()).isZero();
        assertThat(done.words()).contains("\"wrapped\":1").doesNotContain(OLD, NEW);
        assertThat(MasterKey.of(OLD).unwrap(new TenantId(tenant), kept())).isEmpty();
        var opened = MasterKey.of(NEW).unwrap(new TenantId(tenant), kept()).orElseThrow();
        assertThat(opened.lookup(NUMBER)).isEqualTo(key.lookup(NUMBER));
        assertThat(rotate(NEW, "").words()).contains("\"wrapped\":0");
    }

    private void keep(MasterKey.Wrapped wrapped) throws SQLException {
        database.addTenant(tenant, "nyckel-" + tenant);
        try (var connection = database.as(TestDatabase.OWNER);
                var enter = connection.prepareStatement("select set_config('app.tenant', ?, false)");
                var insert = connection.prepareStatement(
                        "insert into tenant_key (tenant_id, version, master, wrapped, made_at) values (?, ?, ?, ?, now())")) {
            enter.setString(1, tenant.toString());
            enter.execute();
            insert.setObject(1, tenant);
            insert.setInt(2, wrapped.version());
            insert.setString(3, wrapped.master());
            insert.setBytes(4, wrapped.bytes());
            insert.executeUpdate();
        }
    }

    private MasterKey.Wrapped kept() throws SQLException {
        try (var connection = database.as(TestDatabase.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + tenant + "', false)");
            var rows = statement.executeQuery("select version, master, wrapped from tenant_key");
            assertThat(rows.next()).isTrue();
            return new MasterKey.Wrapped(rows.getInt(1), rows.getString(2), rows.getBytes(3));
        }
    }

    private static Ended rotate(String current, String former) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                        java,
                        "-Xmx64m",
                        "-cp",
                        Product.distribution() + "/lib/*",
                        "se.aviso.launcher.secret.RotateKeys"))
                .redirectErrorStream(true);
        var environment = new HashMap<>(Map.of(
                "AVISO_DB_URL",
                database.url(),
                "AVISO_DB_OWNER_USER",
                TestDatabase.OWNER,
                "AVISO_DB_OWNER_PASSWORD",
                database.password(),
                "AVISO_SECRETS_MASTER_KEY",
                current,
                "AVISO_SECRETS_FORMER_MASTER_KEYS",
                former));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), words);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}

package se.aviso.launcher.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.settings.DatabaseSettings;

/** A real PostgreSQL in the data folder, as durable as one that is installed. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Postmaster postmaster;
    private final Secrets secrets;
    private final int port;
    private final Path log;
    private @Nullable Watch watch;

    private EmbeddedPostgres(Postmaster postmaster, Secrets secrets, int port, Path log) {
        this.postmaster = postmaster;
        this.secrets = secrets;
        this.port = port;
        this.log = log;
    }

    /** Starts the server of this data folder, made at the first start; the programs are those of the distribution. */
    public static EmbeddedPostgres start(Path programs, DataFolder folder)
            throws IOException, InterruptedException, SQLException {
        var log = folder.log().resolve("postgresql-start.log");
        var secrets = new Secrets(folder);
        var cluster = new Cluster(programs, folder.folder("postgresql"), log);
        cluster.make(secrets.of("postgresql.postgres"));
        var postmaster = new Postmaster(programs, cluster.data(), log);
        postmaster.stop();
        int port = new Ports(folder).of("postgresql");
        cluster.configure(port);
        postmaster.start();
        var started = new EmbeddedPostgres(postmaster, secrets, port, log);
        try {
            started.ensureRoles();
        } catch (SQLException refused) {
            started.close();
            throw refused;
        }
        return started;
    }

    /** From now on starts the server again when it dies; tells why when that is in vain. */
    public EmbeddedPostgres watched(Consumer<String> givesUp) {
        return watched(WINDOW, givesUp);
    }

    EmbeddedPostgres watched(Duration window, Consumer<String> givesUp) {
        watch = Watch.begin(postmaster, log, window, givesUp);
        return this;
    }

    /** Stops what a killed launcher may have left running in this data folder. */
    public static void stopLeftOver(Path programs, DataFolder folder) throws IOException, InterruptedException {
        var log = folder.log().resolve("postgresql-start.log");
        new Postmaster(programs, folder.file("postgresql").resolve("data"), log).stop();
    }

    /** How the product reaches its database here. */
    public DatabaseSettings settings() {
        return DatabaseSettings.embedded(port, secrets);
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** A connection as superuser, for the launcher and its tests. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", secrets.of("postgresql.postgres"));
    }

    private void ensureRoles() throws SQLException {
        try (var connection = connectAsSuperuser("postgres")) {
            new Roles(connection, secrets).ensure();
        }
    }

    @Override
    public void close() throws IOException {
        var watching = watch;
        if (watching != null) {
            watching.close();
        }
        try {
            postmaster.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        }
    }
}

package se.aviso.launcher.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.settings.DatabaseSettings;

/** A real PostgreSQL in the data folder, as durable as one that is installed. */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Postmaster postmaster;
    private final Secrets secrets;
    private final int port;

    private EmbeddedPostgres(Postmaster postmaster, Secrets secrets, int port) {
        this.postmaster = postmaster;
        this.secrets = secrets;
        this.port = port;
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
        var started = new EmbeddedPostgres(postmaster, secrets, port);
        started.ensureRoles();
        return started;
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
        try {
            postmaster.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        }
    }
}

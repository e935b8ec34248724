package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.server.SecretConfig;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.pickup.Arrival;
import se.aviso.pickup.HostKey;
import se.aviso.secret.SecretUse;

/**
 * How servers are reached, their secrets sealed by the master key; and the files that lie there and are not at rest
 * yet.
 */
@ApplicationScoped
class SftpStore {
    @Inject
    Database database;

    @Inject
    SecretConfig secrets;

    private Sql sql() {
        return Sql.untenanted(database); // they belong to the installation
    }

    Optional<SftpConnection> find(UUID source) {
        return sql().one("select * from sftp_connection where source_id = ?", SftpStore::read, source);
    }

    void add(UUID source, SftpConnection connection, String secret) {
        var master = secrets.masterKeys().current();
        sql().update(
                        "insert into sftp_connection (source_id, host, port, user_name, by_key, master, secret, host_key, "
                                + "folder, pattern, archive_folder) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        source,
                        connection.host(),
                        connection.port(),
                        connection.user(),
                        connection.byKey(),
                        master.name(),
                        master.seal(SecretUse.sftp(source), secret),
                        connection.hostKey().map(HostKey::fingerprint),
                        connection.folder(),
                        connection.pattern(),
                        connection.archiveFolder());
    }

    /** Changes all but the secret. */
    void change(UUID source, SftpConnection connection) {
        sql().update(
                        "update sftp_connection set host = ?, port = ?, user_name = ?, by_key = ?, host_key = ?, folder = ?, "
                                + "pattern = ?, archive_folder = ? where source_id = ?",
                        connection.host(),
                        connection.port(),
                        connection.user(),
                        connection.byKey(),
                        connection.hostKey().map(HostKey::fingerprint),
                        connection.folder(),
                        connection.pattern(),
                        connection.archiveFolder(),
                        source);
    }

    void change(UUID source, String secret) {
        var master = secrets.masterKeys().current();
        sql().update(
                        "update sftp_connection set master = ?, secret = ? where source_id = ?",
                        master.name(),
                        master.seal(SecretUse.sftp(source), secret),
                        source);
    }

    /** The password, or the private key. */
    String secret(UUID source) {
        return sql().one(
                        "select master, secret from sftp_connection where source_id = ?",
                        row -> secrets.masterKeys()
                                .open(row.text("master"), SecretUse.sftp(source), row.bytes("secret")),
                        source)
                .orElseThrow();
    }

    /** Forgets how the server was reached, the secret with it. */
    void remove(UUID source) {
        sql().update("delete from bank_arrival where source_id = ?", source);
        sql().update("delete from sftp_connection where source_id = ?", source);
    }

    List<Arrival> arrivals(UUID source) {
        return sql().query(
                        "select * from bank_arrival where source_id = ?",
                        row -> new Arrival(
                                row.text("name"), row.bigint("size"), row.bigint("modified"), row.instant("seen_at")),
                        source);
    }

    /** From now on those are what lies there and is not taken yet. */
    void arrivals(UUID source, List<Arrival> arrivals) {
        sql().update("delete from bank_arrival where source_id = ?", source);
        sql().update(
                        "insert into bank_arrival (source_id, name, size, modified, seen_at) "
                                + "select ?, u.name, u.size, u.modified, u.seen_at "
                                + "from unnest(?, ?, ?, ?) u(name, size, modified, seen_at)",
                        source,
                        Sql.texts(arrivals, Arrival::name),
                        Sql.bigints(arrivals, Arrival::size),
                        Sql.bigints(arrivals, Arrival::modified),
                        Sql.instants(arrivals.stream().map(Arrival::seenAt).toList()));
    }

    private static SftpConnection read(Row row) {
        return new SftpConnection(
                row.text("host"),
                row.integer("port"),
                row.text("user_name"),
                row.flag("by_key"),
                row.optionalText("host_key").map(HostKey::new),
                row.text("folder"),
                row.text("pattern"),
                row.text("archive_folder"));
    }
}

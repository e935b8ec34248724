package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Database;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenant.Ids;

/**
 * Keeps raw bytes as received, piece by piece, so that a file never has to fit in memory; the operator's, no tenant's.
 */
@ApplicationScoped
@Transactional
public class Vault {
    private static final int PIECE = 1 << 20;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** A kept file. */
    public record Kept(UUID id, String sha256, long size, String name) {}

    /** Keeps the bytes; the caller's transaction makes them durable. */
    public Kept keep(InputStream bytes, String name) throws IOException {
        var id = Ids.next();
        var sql = Sql.untenanted(database);
        sql.update(
                "insert into vault_file (id, sha256, size, name, received_at) values (?, '', 0, ?, ?)",
                id,
                name,
                clock.instant());
        var digest = sha256();
        var size = 0L;
        var position = 0;
        for (var piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
            sql.update("insert into vault_piece (vault_id, position, content) values (?, ?, ?)", id, position, piece);
            digest.update(piece);
            size += piece.length;
            position++;
        }
        var hash = HexFormat.of().formatHex(digest.digest());
        sql.update("update vault_file set sha256 = ?, size = ? where id = ? and sha256 = ''", hash, size, id);
        return new Kept(id, hash, size, name);
    }

    /** A file that was kept. */
    public Kept kept(UUID id) {
        return Sql.untenanted(database)
                .one(
                        "select * from vault_file where id = ?",
                        row -> new Kept(row.uuid("id"), row.text("sha256"), row.bigint("size"), row.text("name")),
                        id)
                .orElseThrow();
    }

    /** The piece at a position, counted from 0; empty behind the last. */
    public Optional<byte[]> piece(UUID id, int position) {
        return Sql.untenanted(database)
                .one(
                        "select content from vault_piece where vault_id = ? and position = ?",
                        row -> row.bytes("content"),
                        id,
                        position);
    }

    /** So many bytes from a place on, or what there is of them; none when they are gone. */
    byte[] bytes(UUID id, long from, int most) {
        var bytes = new ByteArrayOutputStream(most);
        var position = Math.toIntExact(from / PIECE);
        var skipped = Math.toIntExact(from % PIECE);
        while (bytes.size() < most) {
            var piece = piece(id, position);
            if (piece.isEmpty() || piece.get().length <= skipped) {
                break;
            }
            var length = Math.min(piece.get().length - skipped, most - bytes.size());
            bytes.write(piece.get(), skipped, length);
            skipped = 0;
            position++;
        }
        return bytes.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

package se.aviso.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.aviso.launcher.data.DataFolder;

/**
 * The limit: the claims found by a join with the references, then the very rows that the booking of a file has written,
 * written once more for another tenant with the same claims, by two connections that do nothing else. Same tables,
 * keys, indexes, row-level security and commits by the thousand.
 */
final class BareBooking {
    /** What a payment writes, parents first, and how its rows are found by the payments' ids. */
    private static final List<List<String>> WRITTEN = List.of(
            List.of("payment", "id = any(?)"),
            List.of("payment_reference", "payment_id = any(?)"),
            List.of("payment_state", "payment_id = any(?)"),
            List.of("ledger_entry", "id in (select a.entry_id from allocation a where a.payment_id = any(?))"),
            List.of("posting", "entry_id in (select a.entry_id from allocation a where a.payment_id = any(?))"),
            List.of("allocation", "payment_id = any(?)"));

    private static final String MATCH = "select i.id, i.kind, i.total, s.claimed, s.received, s.credited "
            + "from unnest(?::text[]) u(ocr) join ocr_reference r on r.giro = 'bankgiro:9900002' and r.ocr = u.ocr "
            + "join invoice i on i.tenant_id = r.tenant_id and i.id = r.invoice_id "
            + "join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id where r.tenant_id = ?";

    private static final String SETTLE =
            "update settlement set received = claimed, status = 2 where tenant_id = ? and invoice_id = any(?)";

    private static final String PAY = "update period p set state = 1 from invoice_line l where l.tenant_id = ? "
            + "and l.invoice_id = any(?) and p.tenant_id = l.tenant_id and p.id = l.period_id";

    private static final int CHUNK = 1_000;

    private final DataFolder folder;
    private final UUID from;
    private final UUID to;

    BareBooking(DataFolder folder, UUID from, UUID to) {
        this.folder = folder;
        this.from = from;
        this.to = to;
    }

    /** A chunk of payments: their references, the claims that they settle, and the rows that say so. */
    private record Chunk(List<String> references, List<UUID> claims, List<Rows> rows) {}

    /** Payments a second, of all of the file. */
    double perSecond(UUID file) throws Exception {
        var chunks = new ArrayList<Chunk>();
        var payments = 0;
        try (var ours = TenantConnection.open(folder, from);
                var theirs = TenantConnection.open(folder, to)) {
            var users = ours.transaction(open -> Rows.read(open, "app_user", "tenant_id is not null", List.of()));
            theirs.transaction(open -> users.insert(open, to));
            var kept = ours.transaction(open -> Rows.read(open, "bank_file", "id = any(?)", List.of(file)));
            theirs.transaction(open -> kept.insert(open, to));
            var all = ours.transaction(open -> ids(open, file));
            for (var start = 0; start < all.size(); start += CHUNK) {
                var some = all.subList(start, Math.min(all.size(), start + CHUNK));
                chunks.add(ours.transaction(open -> chunk(open, some)));
                payments += some.size();
            }
        }
        long began = System.nanoTime();
        Writers.each(offset -> write(chunks, offset));
        return payments / ((System.nanoTime() - began) / 1e9);
    }

    private static List<UUID> ids(Connection open, UUID file) throws SQLException {
        try (var statement = open.prepareStatement("select id from payment where bank_file_id = ? order by record")) {
            statement.setObject(1, file);
            try (var row = statement.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private static Chunk chunk(Connection open, List<UUID> payments) throws SQLException {
        var rows = new ArrayList<Rows>();
        for (var table : WRITTEN) {
            rows.add(Rows.read(open, table.get(0), table.get(1), payments));
        }
        var references = new ArrayList<String>();
        var claims = new ArrayList<UUID>();
        try (var statement = open.prepareStatement("select i.ocr, i.id from allocation a join invoice i "
                + "on i.tenant_id = a.tenant_id and i.id = a.invoice_id where a.payment_id = any(?)")) {
            statement.setArray(1, open.createArrayOf("uuid", payments.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    references.add(row.getString(1));
                    claims.add(row.getObject(2, UUID.class));
                }
            }
        }
        return new Chunk(references, claims, rows);
    }

    private void write(List<Chunk> chunks, int offset) throws SQLException {
        try (var connection = TenantConnection.open(folder, to)) {
            for (var index = offset; index < chunks.size(); index += Writers.CONNECTIONS) {
                var chunk = chunks.get(index);
                connection.transaction(open -> write(open, chunk));
            }
        }
    }

    private int write(Connection open, Chunk chunk) throws SQLException {
        match(open, chunk);
        for (var rows : chunk.rows()) {
            rows.insert(open, to);
        }
        return update(open, SETTLE, chunk) + update(open, PAY, chunk);
    }

    private void match(Connection open, Chunk chunk) throws SQLException {
        try (var statement = open.prepareStatement(MATCH)) {
            statement.setArray(1, open.createArrayOf("text", chunk.references().toArray()));
            statement.setObject(2, to);
            try (var row = statement.executeQuery()) {
                var found = 0;
                while (row.next()) {
                    found++;
                }
                if (found != chunk.references().size()) {
                    throw new IllegalStateException(
                            found + " of " + chunk.references().size() + " claims found");
                }
            }
        }
    }

    private int update(Connection open, String sql, Chunk chunk) throws SQLException {
        try (var statement = open.prepareStatement(sql)) {
            statement.setObject(1, to);
            statement.setArray(2, open.createArrayOf("uuid", chunk.claims().toArray()));
            return statement.executeUpdate();
        }
    }
}

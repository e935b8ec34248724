package se.aviso.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.aviso.launcher.data.DataFolder;

/**
 * The limit: the very rows that a run has written, written once more for another tenant by two connections that do
 * nothing else. Same tables, keys, indexes, row-level security and commits by the thousand.
 */
final class BareInserts {
    /** What an invoice writes, parents first, and how its rows are found by the invoices' ids. */
    private static final List<List<String>> WRITTEN = List.of(
            List.of("period", "id in (select l.period_id from invoice_line l where l.invoice_id = any(?))"),
            List.of("invoice", "id = any(?)"),
            List.of("ocr_reference", "invoice_id = any(?)"),
            List.of("invoice_line", "invoice_id = any(?)"),
            List.of("settlement", "invoice_id = any(?)"),
            List.of("dispatch", "invoice_id = any(?)"),
            List.of("ledger_entry", "id in (select p.entry_id from posting p where p.invoice_id = any(?))"),
            List.of("posting", "invoice_id = any(?)"));

    /** What those rows refer to; it is copied first and not timed. */
    private static final List<String> REFERRED_TO = List.of("logo", "group_node", "membership_type", "run");

    private static final int CHUNK = 1_000;

    private final DataFolder folder;
    private final UUID from;
    private final UUID to;

    BareInserts(DataFolder folder, UUID from, UUID to) {
        this.folder = folder;
        this.from = from;
        this.to = to;
    }

    /** Invoices a second, of so many of the run's invoices. */
    double perSecond(UUID run, int most) throws Exception {
        var chunks = new ArrayList<List<Rows>>();
        try (var ours = TenantConnection.open(folder, from);
                var theirs = TenantConnection.open(folder, to)) {
            prepare(ours, theirs, run);
            for (var ids : chunked(ours.transaction(open -> invoices(open, run, most)))) {
                chunks.add(ours.transaction(open -> rows(open, ids)));
            }
        }
        long began = System.nanoTime();
        Writers.each(offset -> write(chunks, offset));
        return chunks.size() * (double) CHUNK / ((System.nanoTime() - began) / 1e9);
    }

    private void prepare(TenantConnection ours, TenantConnection theirs, UUID run) throws SQLException {
        theirs.update("insert into tenant (id, slug, name) values (?, ?, 'Limit')", to, "limit-" + to);
        for (var table : REFERRED_TO) {
            var rows = ours.transaction(open -> Rows.read(open, table, "tenant_id is not null", List.of()));
            theirs.transaction(open -> rows.insert(open, to));
        }
        for (var table : List.of("member", "membership")) {
            var column = table.equals("member") ? "id" : "member_id";
            var condition = column + " in (select i.member_id from invoice i where i.run_id = any(?))";
            var rows = ours.transaction(open -> Rows.read(open, table, condition, List.of(run)));
            theirs.transaction(open -> rows.insert(open, to));
        }
    }

    private static List<UUID> invoices(Connection open, UUID run, int most) throws SQLException {
        try (var statement =
                open.prepareStatement("select id from invoice where run_id = ? order by number limit " + most)) {
            statement.setObject(1, run);
            try (var row = statement.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private static List<List<UUID>> chunked(List<UUID> ids) {
        var chunks = new ArrayList<List<UUID>>();
        for (var start = 0; start + CHUNK <= ids.size(); start += CHUNK) {
            chunks.add(ids.subList(start, start + CHUNK));
        }
        return chunks;
    }

    private static List<Rows> rows(Connection open, List<UUID> invoices) throws SQLException {
        var rows = new ArrayList<Rows>();
        for (var table : WRITTEN) {
            rows.add(Rows.read(open, table.get(0), table.get(1), invoices));
        }
        return rows;
    }

    private void write(List<List<Rows>> chunks, int offset) throws SQLException {
        try (var connection = TenantConnection.open(folder, to)) {
            for (var index = offset; index < chunks.size(); index += Writers.CONNECTIONS) {
                var chunk = chunks.get(index);
                connection.transaction(open -> {
                    for (var rows : chunk) {
                        rows.insert(open, to);
                    }
                    return chunk.size();
                });
            }
        }
    }
}

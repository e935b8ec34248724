package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.pagewriter.FileCutter;
import se.aviso.pagewriter.FileShape;

/**
 * Documents as they were handed over. What many have alike is kept once, so one more costs what is its own; nothing is
 * changed, and an owner's function alone takes away what need not be kept any longer.
 */
@ApplicationScoped
class SentDocumentStore {
    private static final String WHOLE = """
            select (select string_agg(coalesce(p.content, s.own[g.gap]), ''::bytea order by g.place)
                    from (select u.part, u.place, count(*) filter (where u.part is null) over (order by u.place) as gap
                          from unnest(h.parts) with ordinality u(part, place)) g
                    left join document_part p on p.tenant_id = s.tenant_id and p.hash = g.part) as whole
            from sent_document s join document_shape h on h.tenant_id = s.tenant_id and h.hash = s.shape
            where s.tenant_id = ? and s.invoice_id = ? and s.hash = ?""";

    @Inject
    Sql sql;

    private final FileCutter cutter = new FileCutter();

    /** A document of a dispatch, as a message carries it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Leaving(UUID dispatch, String hash, byte[] pdf) {}

    private record Kept(Leaving leaving, FileCutter.Cut cut) {}

    /** Keeps them in the transaction that hands them over; of what is kept already nothing is sent. */
    void keep(Collection<Leaving> leaving) {
        var kept = leaving.stream()
                .map(each -> new Kept(each, cutter.cut(each.pdf)))
                .toList();
        if (kept.isEmpty()) {
            return;
        }
        var shapes = byHash(kept.stream().map(each -> each.cut.shape()).toList(), FileShape::hash);
        shapes.keySet().removeAll(known("document_shape", shapes));
        if (!shapes.isEmpty()) {
            addParts(shapes.values());
            addShapes(shapes);
        }
        add(kept);
    }

    /** In one order, so that two who add the same wait for each other and not in a circle. */
    private static <T> Map<String, T> byHash(Collection<T> all, Function<T, byte[]> hash) {
        return all.stream()
                .collect(Collectors.toMap(
                        each -> HexFormat.of().formatHex(hash.apply(each)),
                        each -> each,
                        (one, same) -> one,
                        TreeMap::new));
    }

    private List<String> known(String table, Map<String, ?> wanted) {
        return sql.query(
                "select encode(k.hash, 'hex') as hash from " + table + " k where k.tenant_id = ? and k.hash = any(?)",
                row -> row.text("hash"),
                Tenancy.required(),
                Sql.byteas(
                        wanted.keySet().stream().map(HexFormat.of()::parseHex).toList()));
    }

    private void addParts(Collection<FileShape> shapes) {
        var parts = byHash(
                shapes.stream()
                        .flatMap(shape -> shape.parts().stream())
                        .flatMap(Optional::stream)
                        .toList(),
                FileShape.Part::hash);
        parts.keySet().removeAll(known("document_part", parts));
        sql.update(
                "insert into document_part (tenant_id, hash, content) select ?, u.hash, u.content "
                        + "from unnest(?::bytea[], ?::bytea[]) u(hash, content) order by u.hash on conflict do nothing",
                Tenancy.required(),
                Sql.byteas(parts.values().stream().map(FileShape.Part::hash).toList()),
                Sql.byteas(parts.values().stream().map(FileShape.Part::content).toList()));
    }

    private void addShapes(Map<String, FileShape> shapes) {
        var of = new ArrayList<byte[]>();
        var places = new ArrayList<Integer>();
        var parts = new ArrayList<byte[]>();
        for (var shape : shapes.values()) {
            for (var part : shape.parts()) {
                of.add(shape.hash());
                places.add(places.size());
                parts.add(part.map(FileShape.Part::hash).orElseGet(() -> new byte[0]));
            }
        }
        sql.update(
                "insert into document_shape (tenant_id, hash, parts) "
                        + "select ?, u.hash, array_agg(nullif(u.part, ''::bytea) order by u.place) "
                        + "from unnest(?::bytea[], ?::integer[], ?::bytea[]) u(hash, place, part) "
                        + "group by u.hash order by u.hash on conflict do nothing",
                Tenancy.required(),
                Sql.byteas(of),
                Sql.integers(places),
                Sql.byteas(parts));
    }

    private void add(List<Kept> kept) {
        var dispatches = new ArrayList<UUID>();
        var hashes = new ArrayList<String>();
        var shapes = new ArrayList<byte[]>();
        var places = new ArrayList<Integer>();
        var own = new ArrayList<byte[]>();
        for (var each : kept) {
            for (var said : each.cut.own()) {
                dispatches.add(each.leaving.dispatch);
                hashes.add(each.leaving.hash);
                shapes.add(each.cut.shape().hash());
                places.add(places.size());
                own.add(said);
            }
        }
        sql.update(
                "insert into sent_document (tenant_id, invoice_id, hash, shape, own) "
                        + "select d.tenant_id, d.invoice_id, decode(u.hash, 'hex'), u.shape, u.own from ("
                        + "select id, hash, shape, array_agg(said order by place) as own "
                        + "from unnest(?::uuid[], ?::text[], ?::bytea[], ?::integer[], ?::bytea[]) "
                        + "g(id, hash, shape, place, said) group by id, hash, shape) u "
                        + "join dispatch d on d.tenant_id = ? and d.id = u.id "
                        + "order by d.invoice_id, u.hash on conflict do nothing",
                Sql.uuids(dispatches),
                Sql.texts(hashes),
                Sql.byteas(shapes),
                Sql.integers(places),
                Sql.byteas(own),
                Tenancy.required());
    }

    /** The document of an invoice that has this hash; none of what was handed over before documents were kept. */
    Optional<byte[]> pdf(UUID invoice, String hash) {
        return sql.one(
                WHOLE,
                row -> row.bytes("whole"),
                Tenancy.required(),
                invoice,
                HexFormat.of().parseHex(hash));
    }
}

package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/** The cache of what invoices have received, and what became of offers. */
@ApplicationScoped
public class SettlementStore {
    private static final int TAKEN = 1;
    private static final int LAPSED = 2;
    private static final int WITHDRAWN = 3;

    @Inject
    Sql sql;

    /** The settlements of claims, locked until commit. */
    Map<InvoiceId, Settlement> locked(Collection<UUID> claims) {
        var found = new TreeMap<InvoiceId, Settlement>(Comparator.comparing(InvoiceId::value));
        sql.query(
                "select * from settlement where tenant_id = ? and invoice_id = any(?) order by invoice_id for update",
                row -> found.put(new InvoiceId(row.uuid("invoice_id")), read(row)),
                Tenancy.required(),
                Sql.uuids(claims));
        return found;
    }

    /** What is open of those of the claims that are not settled; their settlements are locked until commit. */
    public Map<UUID, Money> openOf(Collection<UUID> claims) {
        var open = new TreeMap<UUID, Money>();
        locked(claims).forEach((id, settlement) -> {
            if (settlement.open().isPositive()) {
                open.put(id.value(), settlement.open());
            }
        });
        return open;
    }

    /** Counts so much of each claim as given up, less where it is taken back; they were locked before. */
    public void giveUp(Map<UUID, Money> amounts) {
        var claims = List.copyOf(amounts.entrySet());
        sql.update(
                "update settlement s set written_off = s.written_off + u.amount from unnest(?::uuid[], ?::bigint[]) "
                        + "u(id, amount) where s.tenant_id = ? and s.invoice_id = u.id",
                Sql.uuids(claims, Map.Entry::getKey),
                Sql.bigints(claims, claim -> claim.getValue().minorUnits()),
                Tenancy.required());
        var after = new HashMap<InvoiceId, Settlement>();
        locked(amounts.keySet())
                .forEach((id, settlement) -> after.put(
                        id,
                        settlement.crediting(
                                Optional.ofNullable(amounts.get(id.value())).orElseThrow())));
        record(after);
    }

    /** What is written off of those of the claims of which something is. */
    Map<InvoiceId, Money> writtenOff(Collection<UUID> claims) {
        var off = new HashMap<InvoiceId, Money>();
        sql.query(
                "select invoice_id, written_off from settlement where tenant_id = ? and invoice_id = any(?) "
                        + "and written_off > 0",
                row -> off.put(new InvoiceId(row.uuid("invoice_id")), row.money("written_off")),
                Tenancy.required(),
                Sql.uuids(claims));
        return off;
    }

    /** What reminders of these claims have claimed and nobody has settled; locked until commit. */
    List<UUID> openChargesOf(Collection<UUID> claims) {
        return claims.isEmpty()
                ? List.of()
                : sql.query(
                        "select t.invoice_id from dunning_charge c join settlement t on t.tenant_id = c.tenant_id "
                                + "and t.invoice_id = c.invoice_id where c.tenant_id = ? and c.principal_id = any(?) "
                                + "and t.status = any(?) order by t.invoice_id for update of t",
                        row -> row.uuid("invoice_id"),
                        Tenancy.required(),
                        Sql.uuids(claims),
                        Sql.codes(Settlement.Status.UNPAID));
    }

    /** The settlement of a claim as it is now, for who only looks. */
    Optional<Settlement> find(InvoiceId claim) {
        return sql.one(
                "select * from settlement where tenant_id = ? and invoice_id = ?",
                SettlementStore::read,
                Tenancy.required(),
                claim.value());
    }

    private static Settlement read(Row row) {
        return new Settlement(row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"));
    }

    void record(Map<InvoiceId, Settlement> settlements) {
        List<Map.Entry<InvoiceId, Settlement>> rows = new ArrayList<>(settlements.entrySet());
        sql.update(
                "update settlement s set received = u.received, credited = u.credited, kept = u.kept, status = u.status "
                        + "from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::smallint[]) "
                        + "u(id, received, credited, kept, status) "
                        + "where s.tenant_id = ? and s.invoice_id = u.id",
                Sql.uuids(rows.stream().map(row -> row.getKey().value()).toList()),
                Sql.bigints(rows.stream()
                        .map(row -> row.getValue().received().minorUnits())
                        .toList()),
                Sql.bigints(rows.stream()
                        .map(row -> row.getValue().credited().minorUnits())
                        .toList()),
                Sql.bigints(rows.stream()
                        .map(row -> row.getValue().kept().minorUnits())
                        .toList()),
                Sql.smallints(rows.stream()
                        .map(row -> Codes.of(row.getValue().status()))
                        .toList()),
                Tenancy.required());
    }

    /** Those of the documents that are offers without an answer, locked until commit. */
    public List<UUID> offersAmong(Collection<UUID> documents) {
        return sql.query(
                "select invoice_id from offer_answer where tenant_id = ? and invoice_id = any(?) and state = 0 "
                        + "order by invoice_id for update",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(documents));
    }

    void taken(List<UUID> offers, LocalDate on) {
        answer(offers, TAKEN, on);
    }

    /** Offers that nobody took in time. */
    public void lapsed(List<UUID> offers, LocalDate on) {
        answer(offers, LAPSED, on);
    }

    /** Offers that nobody can take any more. */
    void withdrawn(List<UUID> offers, LocalDate on) {
        answer(offers, WITHDRAWN, on);
    }

    /** Claims of which nothing is left. */
    void creditedWhole(List<UUID> claims) {
        sql.update(
                "update settlement set credited_whole = true where tenant_id = ? and invoice_id = any(?)",
                Tenancy.required(),
                Sql.uuids(claims));
    }

    private void answer(List<UUID> offers, int state, LocalDate on) {
        sql.update(
                "update offer_answer set state = ?, answered_on = ? where tenant_id = ? and invoice_id = any(?)",
                state,
                on,
                Tenancy.required(),
                Sql.uuids(offers));
    }
}

package se.aviso.app.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.share.Share;

/** What groups have of claims, and what was booked of it; read and written in sets. */
@ApplicationScoped
public class ShareStore {
    @Inject
    Sql sql;

    /**
     * A claim with shares.
     *
     * @param shares what each group has of the whole
     * @param taken what credit notes have taken off each
     * @param booked what each has earned by the books
     */
    record Claim(
            InvoiceId invoice, GroupId seller, List<Share> shares, Map<GroupId, Money> taken, List<Share> booked) {}

    /** A share that was earned or lost, with the entry that says so. */
    record Change(Claim claim, Share share, LedgerStore.Booked entry) {}

    /** Those of the claims that have shares; one query where none has. */
    List<Claim> of(Collection<InvoiceId> claims) {
        var ids = Sql.uuids(claims, InvoiceId::value);
        var found = new LinkedHashMap<UUID, Claim>();
        sql.query(
                "select s.invoice_id, i.seller_group_id, i.currency, s.group_id, sum(s.amount) as amount "
                        + "from invoice_share s join invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id "
                        + "where s.tenant_id = ? and s.invoice_id = any(?) group by 1, 2, 3, 4 order by 1, 4",
                row -> found.computeIfAbsent(
                                row.uuid("invoice_id"),
                                id -> new Claim(
                                        new InvoiceId(id),
                                        new GroupId(row.uuid("seller_group_id")),
                                        new ArrayList<>(),
                                        new HashMap<>(),
                                        new ArrayList<>()))
                        .shares()
                        .add(new Share(new GroupId(row.uuid("group_id")), row.money("amount", "currency"))),
                Tenancy.required(),
                ids);
        if (!found.isEmpty()) {
            addTaken(found);
            addBooked(found);
        }
        return List.copyOf(found.values());
    }

    private void addTaken(Map<UUID, Claim> claims) {
        sql.query(
                "select c.invoice_id, s.group_id, i.currency, sum(s.amount) as amount from credit_note c "
                        + "join invoice i on i.tenant_id = c.tenant_id and i.id = c.id "
                        + "join invoice_share s on s.tenant_id = c.tenant_id and s.invoice_id = c.id "
                        + "where c.tenant_id = ? and c.invoice_id = any(?) group by 1, 2, 3",
                row -> Objects.requireNonNull(claims.get(row.uuid("invoice_id")))
                        .taken()
                        .put(new GroupId(row.uuid("group_id")), row.money("amount", "currency")),
                Tenancy.required(),
                Sql.uuids(claims.keySet()));
    }

    private void addBooked(Map<UUID, Claim> claims) {
        sql.query(
                "select invoice_id, group_id, currency, sum(amount) as amount from group_share "
                        + "where tenant_id = ? and invoice_id = any(?) group by 1, 2, 3 order by 1, 2",
                row -> Objects.requireNonNull(claims.get(row.uuid("invoice_id")))
                        .booked()
                        .add(new Share(new GroupId(row.uuid("group_id")), row.money("amount", "currency"))),
                Tenancy.required(),
                Sql.uuids(claims.keySet()));
    }

    void add(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                "insert into group_share (tenant_id, id, seller_group_id, group_id, invoice_id, amount, currency, "
                        + "booked_on, entry_id) select ?, u.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], "
                        + "?::bigint[], ?::text[], ?::date[], ?::uuid[]) u",
                Tenancy.required(),
                Sql.uuids(changes, change -> Ids.next()),
                Sql.uuids(changes, change -> change.claim().seller().value()),
                Sql.uuids(changes, change -> change.share().group().value()),
                Sql.uuids(changes, change -> change.claim().invoice().value()),
                Sql.bigints(changes, change -> change.share().amount().minorUnits()),
                Sql.texts(changes, change -> change.share().amount().currency().getCurrencyCode()),
                Sql.dates(changes, change -> change.entry().entry().bookedOn()),
                Sql.uuids(changes, change -> change.entry().id()));
    }
}

package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.SettlementStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.dunning.WriteOff;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;

/**
 * Writes off the fee or interest of reminders that is left alone once its claim is paid, and takes that back when the
 * claim is open again; in sets, in the transaction of the payment.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ForgiveCharges {
    @Inject
    Sql sql;

    @Inject
    InvoiceStore documents;

    @Inject
    SettlementStore settlements;

    @Inject
    LedgerStore ledger;

    private record Given(UUID id, UUID charge, Money amount) {}

    /** Writes off what is left of the charges of these claims that are settled, and of these charges themselves. */
    public void after(Collection<InvoiceId> received, LocalDate today) {
        var ids = ids(received);
        var open = settlements.openOf(sql.query(
                "select c.invoice_id from dunning_charge c "
                        + "join settlement p on p.tenant_id = c.tenant_id and p.invoice_id = c.principal_id "
                        + "join settlement t on t.tenant_id = c.tenant_id and t.invoice_id = c.invoice_id "
                        + "where c.tenant_id = ? and (c.principal_id = any(?) or c.invoice_id = any(?)) "
                        + "and p.status = ? and t.status = any(?) and t.written_off = 0",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                ids,
                ids,
                Codes.of(Settlement.Status.SETTLED),
                Sql.codes(Settlement.Status.UNPAID)));
        if (open.isEmpty()) {
            return;
        }
        var chart = ledger.chart();
        var offs = new ArrayList<WriteOff>();
        var entries = new ArrayList<LedgerStore.Booked>();
        for (var stored : documents.byIds(open.keySet())) {
            var left =
                    Optional.ofNullable(open.get(stored.invoice().id().value())).orElseThrow();
            var off = new WriteOff(stored.invoice(), left, false);
            offs.add(off);
            entries.add(LedgerStore.Booked.of(stored.seller().group(), off.entry(chart, today)));
        }
        ledger.add(entries);
        add(offs, entries, today);
        settlements.giveUp(open);
    }

    /** Takes back what was written off of the charges of these claims, and of these charges themselves. */
    public void takeBack(Collection<InvoiceId> reopened, LocalDate today) {
        var ids = ids(reopened);
        var standing = sql.query(
                "select w.* from dunning_charge c join write_off w on w.tenant_id = c.tenant_id "
                        + "and w.invoice_id = c.invoice_id where c.tenant_id = ? "
                        + "and (c.principal_id = any(?) or c.invoice_id = any(?)) "
                        + "and w.by_policy and w.taken_back_on is null order by w.invoice_id for update of w",
                row -> new Given(row.uuid("id"), row.uuid("invoice_id"), row.money("amount")),
                Tenancy.required(),
                ids,
                ids);
        if (standing.isEmpty()) {
            return;
        }
        var amounts = new HashMap<UUID, Money>();
        standing.forEach(given -> amounts.put(given.charge(), given.amount()));
        var chart = ledger.chart();
        Map<UUID, LedgerStore.Booked> reversals = new HashMap<>();
        for (var stored : documents.byIds(amounts.keySet())) {
            var charge = stored.invoice().id().value();
            var amount = Optional.ofNullable(amounts.get(charge)).orElseThrow();
            var entry = new WriteOff(stored.invoice(), amount, false).entry(chart, today);
            reversals.put(charge, LedgerStore.Booked.of(stored.seller().group(), entry.reversed(today)));
        }
        ledger.add(List.copyOf(reversals.values()));
        sql.update(
                "update write_off w set taken_back_on = ?, reversal_id = u.entry from unnest(?::uuid[], ?::uuid[]) "
                        + "u(id, entry) where w.tenant_id = ? and w.id = u.id",
                today,
                Sql.uuids(standing, Given::id),
                Sql.uuids(
                        standing,
                        given -> Optional.ofNullable(reversals.get(given.charge()))
                                .orElseThrow()
                                .id()),
                Tenancy.required());
        amounts.replaceAll((charge, amount) -> amount.negated());
        settlements.giveUp(amounts);
    }

    private void add(List<WriteOff> offs, List<LedgerStore.Booked> entries, LocalDate today) {
        sql.update(
                "insert into write_off (tenant_id, written_on, tax, shares, reason, by_policy, id, invoice_id, amount, "
                        + "entry_id) select ?, ?::date, 0, 0, '', true, u.* "
                        + "from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[]) u",
                Tenancy.required(),
                today,
                Sql.uuids(offs, off -> Ids.next()),
                Sql.uuids(offs, off -> off.invoice().id().value()),
                Sql.bigints(offs, off -> off.open().minorUnits()),
                Sql.uuids(entries, LedgerStore.Booked::id));
    }

    private static SqlArray ids(Collection<InvoiceId> invoices) {
        return Sql.uuids(invoices.stream().map(InvoiceId::value).toList());
    }
}

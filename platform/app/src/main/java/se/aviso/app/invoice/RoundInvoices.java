package se.aviso.app.invoice;

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
import org.jspecify.annotations.Nullable;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.Match;
import se.aviso.payment.PaymentBooking;

/** Notes the few öre that payments lacked and sellers gave up, and takes them back; in sets. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RoundInvoices {
    private static final String STANDING = "select r.*, a.payment_id, e.seller_group_id from rounding r "
            + "join allocation a on a.tenant_id = r.tenant_id and a.id = r.allocation_id "
            + "join ledger_entry e on e.tenant_id = r.tenant_id and e.id = r.entry_id "
            + "left join rounding u on u.tenant_id = r.tenant_id and u.reverses_id = r.id "
            + "where r.tenant_id = ? and r.reverses_id is null and u.id is null and ";

    @Inject
    Sql sql;

    @Inject
    LedgerStore ledger;

    @Inject
    SettlementStore settlements;

    /**
     * So much is given up beside an allocation.
     *
     * @param bookedOn the day of its ledger entry
     * @param reverses the earlier one that it takes back
     */
    public record Rounding(
            UUID id, UUID allocation, Match.Part part, LocalDate bookedOn, UUID entry, Optional<UUID> reverses) {
        /** A new one. */
        public static Rounding of(UUID allocation, Match.Part part, LedgerStore.Booked entry) {
            return new Rounding(Ids.next(), allocation, part, entry.entry().bookedOn(), entry.id(), Optional.empty());
        }
    }

    private record Standing(Rounding rounding, PaymentId payment, GroupId seller) {}

    /** Notes them; their entries are booked, and settlements have counted them. */
    public void note(Collection<Rounding> roundings) {
        if (roundings.isEmpty()) {
            return;
        }
        var all = List.copyOf(roundings);
        sql.update(
                "insert into rounding (tenant_id, id, allocation_id, invoice_id, amount, booked_on, entry_id, reverses_id) "
                        + "select ?, u.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::date[], "
                        + "?::uuid[], ?::uuid[]) u",
                Tenancy.required(),
                Sql.uuids(all, Rounding::id),
                Sql.uuids(all, Rounding::allocation),
                Sql.uuids(all, each -> each.part().invoice().value()),
                Sql.bigints(all, each -> each.part().amount().minorUnits()),
                Sql.dates(all, Rounding::bookedOn),
                Sql.uuids(all, Rounding::entry),
                Sql.uuids(all.stream().map(RoundInvoices::reversed).toList()));
    }

    /** Takes back what was rounded beside these allocations; what settlements have to give back for it. */
    public Map<InvoiceId, Money> undo(Collection<UUID> allocations, LocalDate today) {
        return reverse(standing("r.allocation_id = any(?)", allocations), today);
    }

    /** What was given up of these claims is asked for again: they are credited, and who paid less gets less back. */
    void takeBack(Collection<UUID> claims, LocalDate today) {
        var standing = standing("r.invoice_id = any(?)", claims);
        if (standing.isEmpty()) {
            return;
        }
        var given = reverse(standing, today);
        var before =
                settlements.locked(given.keySet().stream().map(InvoiceId::value).toList());
        var after = new HashMap<InvoiceId, Settlement>();
        before.forEach((id, settlement) -> after.put(
                id,
                settlement.receiving(
                        Optional.ofNullable(given.get(id)).orElseThrow().negated())));
        settlements.record(after);
    }

    private List<Standing> standing(String condition, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.query(
                        STANDING + condition + " order by r.id",
                        RoundInvoices::read,
                        Tenancy.required(),
                        Sql.uuids(ids));
    }

    private Map<InvoiceId, Money> reverse(List<Standing> standing, LocalDate today) {
        var entries = new ArrayList<LedgerStore.Booked>();
        var reversals = new ArrayList<Rounding>();
        var given = new HashMap<InvoiceId, Money>();
        if (standing.isEmpty()) {
            return given;
        }
        var chart = ledger.chart();
        for (var each : standing) {
            var part = each.rounding().part();
            var entry = LedgerStore.Booked.of(
                    each.seller(),
                    PaymentBooking.rounding(each.payment(), part, today, chart).reversed(today));
            entries.add(entry);
            reversals.add(new Rounding(
                    Ids.next(),
                    each.rounding().allocation(),
                    new Match.Part(part.invoice(), part.amount().negated()),
                    today,
                    entry.id(),
                    Optional.of(each.rounding().id())));
            given.merge(part.invoice(), part.amount(), Money::plus);
        }
        ledger.add(entries);
        note(reversals);
        return given;
    }

    private static @Nullable UUID reversed(Rounding rounding) {
        return rounding.reverses().orElse(null);
    }

    private static Standing read(Row row) {
        var part = new Match.Part(new InvoiceId(row.uuid("invoice_id")), row.money("amount"));
        return new Standing(
                new Rounding(
                        row.uuid("id"),
                        row.uuid("allocation_id"),
                        part,
                        row.day("booked_on"),
                        row.uuid("entry_id"),
                        Optional.empty()),
                new PaymentId(row.uuid("payment_id")),
                new GroupId(row.uuid("seller_group_id")));
    }
}

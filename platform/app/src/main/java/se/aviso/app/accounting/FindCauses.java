package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;

/** What ledger entries came of: invoices, payments, credit notes, refunds …; one query for any number of entries. */
@ApplicationScoped
@Transactional
public class FindCauses {
    /** Of the entry, if its seller's books are the caller's to see. */
    private static final String ENTRIES = "with e as (select x.tenant_id, x.id from ledger_entry x "
            + "join group_node g on g.tenant_id = x.tenant_id and g.id = x.seller_group_id where ";

    private static final String OF_POSTINGS = " join posting p on p.tenant_id = e.tenant_id and p.entry_id = e.id ";

    private static final String CAUSES =
            ") select e.id as entry_id, 'INVOICE' as kind, i.id, i.number::text as word from e"
                    + OF_POSTINGS + "join invoice i on i.tenant_id = p.tenant_id and i.id = p.invoice_id "
                    + "union select e.id, 'PAYMENT', y.id, y.booked_on::text from e"
                    + OF_POSTINGS + "join payment y on y.tenant_id = p.tenant_id and y.id = p.payment_id "
                    + "union select e.id, 'CREDIT_NOTE', n.id, n.number::text from e"
                    + OF_POSTINGS + "join credit_note c on c.tenant_id = p.tenant_id and c.invoice_id = p.invoice_id "
                    + "and c.entry_id = e.id join invoice n on n.tenant_id = c.tenant_id and n.id = c.id "
                    + "union select e.id, 'CREDIT_BALANCE', m.member_id, b.number::text from e join credit_movement m "
                    + "on m.tenant_id = e.tenant_id and m.entry_id = e.id join member b on b.tenant_id = m.tenant_id "
                    + "and b.id = m.member_id "
                    + "union select e.id, 'REFUND', r.id, r.proposed_on::text from e join refund r on r.tenant_id = e.tenant_id "
                    + "and r.entry_id = e.id "
                    + "union select e.id, 'REFUND', r.id, r.paid_on::text from e join refund r on r.tenant_id = e.tenant_id "
                    + "and r.sent_entry_id = e.id "
                    + "union select e.id, 'WRITE_OFF', w.invoice_id, w.written_on::text from e join write_off w "
                    + "on w.tenant_id = e.tenant_id and w.entry_id = e.id "
                    + "union select e.id, 'WRITE_OFF', w.invoice_id, w.taken_back_on::text from e join write_off w "
                    + "on w.tenant_id = e.tenant_id and w.reversal_id = e.id "
                    + "union select e.id, 'CHARGE', d.principal_id, d.level::text from e"
                    + OF_POSTINGS
                    + "join dunning_charge d on d.tenant_id = p.tenant_id and d.invoice_id = p.invoice_id "
                    + "union select e.id, 'PAYOUT', o.id, o.paid_on::text from e join payout o on o.tenant_id = e.tenant_id "
                    + "and o.entry_id = e.id order by 1, 2, 4 limit 5000";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** What an entry can come of. */
    public enum CauseKind {
        INVOICE,
        PAYMENT,
        CREDIT_NOTE,
        CREDIT_BALANCE,
        REFUND,
        WRITE_OFF,
        CHARGE,
        PAYOUT
    }

    /**
     * What an entry came of.
     *
     * @param id of the invoice, payment, credit note, member (of a balance), refund, invoice (that was written off, or
     *     late) or payout
     * @param word its number or day, or the level of the reminder
     */
    public record Cause(CauseKind kind, UUID id, String word) {}

    /** The causes of one entry. */
    public List<Cause> of(UUID entry) {
        return of(List.of(entry)).getOrDefault(entry, List.of());
    }

    /** The causes of entries, each with its own. */
    public Map<UUID, List<Cause>> of(Collection<UUID> entries) {
        var criteria = Criteria.of("x")
                .within("g.path", caller.pathsFor(Permission.LEDGER_READ))
                .and("x.id = any(?)", Optional.of(Sql.uuids(entries)));
        var causes = new HashMap<UUID, List<Cause>>();
        sql.query(
                ENTRIES + criteria.where() + CAUSES,
                row -> causes.computeIfAbsent(row.uuid("entry_id"), id -> new ArrayList<>())
                        .add(cause(row)),
                criteria.params());
        return causes;
    }

    private static Cause cause(Row row) {
        return new Cause(
                CauseKind.valueOf(row.text("kind")),
                row.uuid("id"),
                row.optionalText("word").orElse(""));
    }
}

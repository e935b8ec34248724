package se.aviso.app.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.kernel.PaymentId;
import se.aviso.payment.HandAllocation;
import se.aviso.payment.PastAllocation;
import se.aviso.payment.RuledPayments;
import se.aviso.payment.SuspenseReason;
import se.aviso.spi.bank.Payer;

/** Payments in suspense, and what people decide of them. */
@ApplicationScoped
public class SuspenseStore {
    private static final List<SuspenseReason> UNNAMED =
            Arrays.stream(SuspenseReason.values()).filter(RuledPayments::mayAct).toList();

    @Inject
    Sql sql;

    /** An allocation of a payment, with its id. */
    record Known(UUID id, PastAllocation allocation) {}

    /** The payment to a seller in these subtrees. */
    public Optional<HeldPayment> find(UUID payment, Collection<String> paths) {
        var criteria = Criteria.of("p").within("g.path", paths).and("p.id = ?", Optional.of(payment));
        return sql.one(
                "select p.*, s.suspense, s.reason from payment p "
                        + "join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id "
                        + "join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id where "
                        + criteria.where(),
                SuspenseStore::held,
                criteria.params());
    }

    /**
     * Payments in the queue of sellers in these subtrees that name no document, the oldest first, which no rule has
     * given away before.
     */
    List<HeldPayment> unnamed(Collection<String> paths, Optional<PaymentId> after, int most) {
        var criteria = Criteria.of("p")
                .within("g.path", paths)
                .and(AsideStore.IN_QUEUE)
                .and("p.id > ?", after.map(PaymentId::value))
                .and("s.reason = any(?)", Sql.codes(UNNAMED))
                .and(
                        "not exists (select from payment_rule_use u where u.tenant_id = p.tenant_id and u.payment_id = p.id)");
        return sql.query(
                "select p.*, s.suspense, s.reason from payment p "
                        + "join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id "
                        + "join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id where "
                        + criteria.where() + " order by p.id limit ?",
                SuspenseStore::held,
                criteria.params(most));
    }

    /** All that waits of these payments is given to invoices. */
    void givenWhole(Collection<UUID> payments) {
        sql.update(
                "update payment_state set allocated = allocated + suspense, suspense = 0, reason = ? "
                        + "where tenant_id = ? and payment_id = any(?)",
                Codes.of(SuspenseReason.NONE),
                Tenancy.required(),
                Sql.uuids(payments));
    }

    /** Keeps others from changing what these invoices have received, until commit. */
    void lockInvoices(Collection<UUID> invoices) {
        sql.query(
                "select invoice_id from settlement where tenant_id = ? and invoice_id = any(?) "
                        + "order by invoice_id for update",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(invoices));
    }

    /** Notes how much waits now, and why. */
    void record(PaymentId payment, Money waits, SuspenseReason reason) {
        sql.update(
                "update payment_state set allocated = allocated + suspense - ?, suspense = ?, reason = ? "
                        + "where tenant_id = ? and payment_id = ?",
                waits.minorUnits(),
                waits.minorUnits(),
                Codes.of(reason),
                Tenancy.required(),
                payment.value());
    }

    /** So much of what waits is kept for somebody; of less than nothing, so much waits again. */
    void keep(PaymentId payment, Money kept, SuspenseReason reason) {
        sql.update(
                "update payment_state set kept = kept + ?, suspense = suspense - ?, reason = ? "
                        + "where tenant_id = ? and payment_id = ?",
                kept.minorUnits(),
                kept.minorUnits(),
                Codes.of(reason),
                Tenancy.required(),
                payment.value());
    }

    /** So much of what waits is set aside to be paid back; of less than nothing, so much waits again. */
    public void refund(PaymentId payment, Money refunded, SuspenseReason reason) {
        sql.update(
                "update payment_state set refunded = refunded + ?, suspense = suspense - ?, reason = ? "
                        + "where tenant_id = ? and payment_id = ?",
                refunded.minorUnits(),
                refunded.minorUnits(),
                Codes.of(reason),
                Tenancy.required(),
                payment.value());
    }

    /** Whose invoices the payment settles, by allocations that stand; two at most. */
    List<MemberId> payers(UUID payment) {
        return sql.query(
                "select i.member_id from allocation a join invoice i on i.tenant_id = a.tenant_id "
                        + "and i.id = a.invoice_id where a.tenant_id = ? and a.payment_id = ? "
                        + "group by i.member_id having sum(a.amount) > 0 limit 2",
                row -> new MemberId(row.uuid("member_id")),
                Tenancy.required(),
                payment);
    }

    /** Those of the allocations that are the payment's. */
    List<Known> allocations(UUID payment, Collection<UUID> ids) {
        return sql.query(
                "select a.*, p.currency, r.id as reversal from allocation a "
                        + "join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id "
                        + "left join allocation r on r.tenant_id = a.tenant_id and r.reverses_id = a.id "
                        + "where a.tenant_id = ? and a.payment_id = ? and a.id = any(?) order by a.id",
                row -> new Known(
                        row.uuid("id"),
                        new PastAllocation(
                                new InvoiceId(row.uuid("invoice_id")), row.money("amount", "currency"), standing(row))),
                Tenancy.required(),
                payment,
                Sql.uuids(ids));
    }

    /** Adds for each of the payment's allocations one with the other sign, in one ledger entry. */
    void reverse(UUID payment, List<Known> undone, UUID entry, LocalDate on) {
        sql.update(
                "insert into allocation (tenant_id, allocated_on, payment_id, entry_id, id, invoice_id, amount, reverses_id) "
                        + "select ?, ?::date, ?::uuid, ?::uuid, u.* from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[]) u",
                Tenancy.required(),
                on,
                payment,
                entry,
                Sql.uuids(undone.stream().map(each -> Ids.next()).toList()),
                Sql.uuids(undone.stream()
                        .map(each -> each.allocation().invoice().value())
                        .toList()),
                Sql.bigints(undone.stream()
                        .map(each -> -each.allocation().amount().minorUnits())
                        .toList()),
                Sql.uuids(undone.stream().map(Known::id).toList()));
    }

    private static PastAllocation.Standing standing(Row row) {
        if (row.optionalUuid("reverses_id").isPresent()) {
            return PastAllocation.Standing.REVERSAL;
        }
        return row.optionalUuid("reversal").isPresent()
                ? PastAllocation.Standing.UNDONE
                : PastAllocation.Standing.VALID;
    }

    private static HeldPayment held(Row row) {
        var waiting = new HandAllocation.Waiting(
                new GroupId(row.uuid("seller_group_id")),
                row.money("suspense", "currency"),
                row.code("reason", SuspenseReason.class));
        var payer = Json.read(row.text("payer"), new TypeReference<Payer>() {});
        var told = new HeldPayment.Told(payer, row.text("reference").lines().toList(), row.text("message"));
        return new HeldPayment(new PaymentId(row.uuid("id")), row.day("booked_on"), waiting, told);
    }
}

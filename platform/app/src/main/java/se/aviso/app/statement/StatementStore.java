package se.aviso.app.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.statement.Movement;
import se.aviso.statement.Payment;
import se.aviso.statement.PaymentReceipt;

/** Reads of the books what receipts and statements are made of. */
@ApplicationScoped
public class StatementStore {
    private static final int MOST = 20_000;

    private static final String PAID = "join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id ";

    private static final String MOVEMENTS = "with own as (select i.*, g.path from invoice i "
            + "join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id "
            + "where i.tenant_id = ? and i.member_id = ?) "
            + "select * from ("
            // claims
            + "select o.seller_group_id, o.path, o.id, 0 as kind, o.issued_on as booked_on, o.number, "
            + "o.total as to_pay, 0::bigint as kept, null::date as paid_on, null as giro, "
            + "(select left(string_agg(l.text, ', ' order by l.position), 300) from invoice_line l "
            + "where l.tenant_id = o.tenant_id and l.invoice_id = o.id) as about from own o where o.kind = 0 "
            // payments, and what was taken back of them
            + "union all select o.seller_group_id, o.path, a.id, 1, e.booked_on, o.number, -a.amount, 0, p.booked_on, "
            + "p.giro, null from own o join allocation a on a.tenant_id = o.tenant_id and a.invoice_id = o.id " + PAID
            + "join ledger_entry e on e.tenant_id = a.tenant_id and e.id = a.entry_id "
            // credit notes
            + "union all select o.seller_group_id, o.path, o.id, 2, o.issued_on, o.number, -o.total, 0, null, null, null "
            + "from own o where o.kind = 2 "
            // what went to the credit balance, or came from there
            + "union all select m.seller_group_id, coalesce(o.path, g.path), m.id, 3, m.moved_on, o.number, "
            + "case when m.invoice_id is null then 0 else m.amount end, m.amount, null, null, null from credit_movement m "
            + "join group_node g on g.tenant_id = m.tenant_id and g.id = m.seller_group_id "
            + "left join own o on o.id = m.invoice_id where m.tenant_id = ? and m.member_id = ? "
            // bad debts that were given up, and taken up again
            + "union all select o.seller_group_id, o.path, w.id, 4, w.written_on, o.number, -w.amount, 0, null, null, null "
            + "from own o join write_off w on w.tenant_id = o.tenant_id and w.invoice_id = o.id "
            + "union all select o.seller_group_id, o.path, w.id, 4, w.taken_back_on, o.number, w.amount, 0, null, null, null "
            + "from own o join write_off w on w.tenant_id = o.tenant_id and w.invoice_id = o.id "
            + "where w.taken_back_on is not null "
            // the few öre that were given up, and asked for again
            + "union all select o.seller_group_id, o.path, r.id, 5, e.booked_on, o.number, -r.amount, 0, null, null, null "
            + "from own o join rounding r on r.tenant_id = o.tenant_id and r.invoice_id = o.id "
            + "join ledger_entry e on e.tenant_id = r.tenant_id and e.id = r.entry_id"
            + ") moved order by booked_on, kind, id limit " + MOST;

    @Inject
    Sql sql;

    /**
     * What happened between a member and one seller.
     *
     * @param paths those of the groups that it was about
     */
    record Account(Set<String> paths, List<Movement> movements) {}

    /** What was allocated to an invoice, or given of the payer's credit balance, and taken back from it. */
    List<PaymentReceipt.Part> parts(UUID invoice) {
        var parts = new ArrayList<>(sql.query(
                "select a.payment_id, a.amount as to_pay, p.booked_on as paid_on, p.giro from allocation a " + PAID
                        + "where a.tenant_id = ? and a.invoice_id = ? order by a.id limit " + MOST,
                row -> new PaymentReceipt.Part(
                        row.uuid("payment_id"), payment(row, row.day("paid_on"), row.money("to_pay"))),
                Tenancy.required(),
                invoice));
        parts.addAll(sql.query(
                "select coalesce(m.reverses_id, m.id) as use_id, -m.amount as to_pay, m.moved_on from credit_movement m "
                        + "where m.tenant_id = ? and m.invoice_id = ? and m.credit_note_id is null order by m.id limit "
                        + MOST,
                row -> new PaymentReceipt.Part(
                        row.uuid("use_id"),
                        new Payment(row.day("moved_on"), Payment.Way.CREDIT_BALANCE, row.money("to_pay"))),
                Tenancy.required(),
                invoice));
        return parts;
    }

    /** How far a claim is settled, and how much of that nobody paid. */
    record Settled(Settlement settlement, PaymentReceipt.GivenUp givenUp) {}

    /** How far a claim is settled; empty where it is no claim. */
    Optional<Settled> settled(UUID invoice) {
        return sql.one(
                "select s.*, (select coalesce(sum(r.amount), 0)::bigint from rounding r where r.tenant_id = s.tenant_id "
                        + "and r.invoice_id = s.invoice_id) as rounded from settlement s "
                        + "where s.tenant_id = ? and s.invoice_id = ?",
                row -> new Settled(
                        new Settlement(
                                row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept")),
                        new PaymentReceipt.GivenUp(row.money("written_off"), row.money("rounded"))),
                Tenancy.required(),
                invoice);
    }

    /** All that ever happened between a member and the sellers, by seller. */
    Map<GroupId, Account> accounts(UUID member) {
        var accounts = new LinkedHashMap<GroupId, Account>();
        var tenant = Tenancy.required();
        sql.query(
                MOVEMENTS,
                row -> {
                    var account = accounts.computeIfAbsent(
                            new GroupId(row.uuid("seller_group_id")),
                            seller -> new Account(new LinkedHashSet<>(), new ArrayList<>()));
                    account.paths().add(row.text("path"));
                    return account.movements().add(movement(row));
                },
                tenant,
                member,
                tenant,
                member);
        return accounts;
    }

    private static Movement movement(Row row) {
        var toPay = row.money("to_pay");
        return new Movement(
                row.day("booked_on"),
                row.code("kind", Movement.Kind.class),
                new Movement.About(
                        row.optionalBigint("number"), row.optionalText("about").orElse("")),
                new Movement.Effect(toPay, row.money("kept")),
                row.optionalDay("paid_on").map(on -> payment(row, on, toPay.negated())));
    }

    private static Payment payment(Row row, LocalDate paidOn, Money amount) {
        return new Payment(
                paidOn, Payment.Way.of(GiroNumber.ofKey(row.text("giro")).kind()), amount);
    }
}

package se.aviso.app.payment;

import com.fasterxml.jackson.core.type.TypeReference;
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
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Json;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;
import se.aviso.payment.SuspenseReason;
import se.aviso.spi.bank.Payer;

/** Payments as screens list them: with payer, file, and the invoices that they settle; two queries a page. */
@ApplicationScoped
@Transactional
public class ListPayments {
    private static final String FROM = " from payment p "
            + "join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id "
            + "join bank_file f on f.tenant_id = p.tenant_id and f.id = p.bank_file_id "
            + "join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id where ";

    /** What is given up beside the allocation {@code a}. */
    static final String ROUNDED = "(select coalesce(sum(o.amount), 0)::bigint from rounding o "
            + "where o.tenant_id = a.tenant_id and o.allocation_id = a.id) as rounded";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    @Inject
    PickPayments pick;

    /**
     * A payment. Personal data: never logged.
     *
     * @param byRule true where a rule gave it away
     */
    public record Listed(
            UUID id,
            LocalDate bookedOn,
            Money amount,
            Money waits,
            SuspenseReason reason,
            Payer payer,
            String text,
            UUID fileId,
            String fileName,
            String sellerName,
            Gone gone,
            boolean byRule,
            List<Settled> settled) {}

    /** What of a payment is neither allocated nor waiting. */
    public record Gone(Money chargedBack, Money refunded, Money kept, boolean undone) {}

    /**
     * So much to a member's invoice, by an allocation that stands. Personal data: never logged.
     *
     * @param rounded the few öre that were given up beside it
     */
    public record Settled(
            UUID allocationId, UUID invoiceId, String number, String memberName, Money amount, Money rounded) {}

    /** How many wait, and how much in each currency. */
    public record Waiting(long count, List<Money> sums) {}

    /** The newest that all of it holds for, in a group's subtree or everywhere. */
    List<Listed> page(PaymentFilter wanted, Optional<String> group, PageRequest page) {
        return byIds(pick.page(wanted, group, page));
    }

    /** One payment, if the caller may see it. */
    public Optional<Listed> find(UUID id) {
        return read(visible(Optional.empty()).and("p.id = ?", Optional.of(id)), 1).stream()
                .findFirst();
    }

    /** What waits for a person, but for what was set aside. */
    public Waiting waiting(Optional<String> group) {
        var criteria = visible(group).and(AsideStore.IN_QUEUE);
        var counts = new ArrayList<Long>();
        var sums = sql.query(
                "select p.currency, count(*) as times, sum(s.suspense)::bigint as waits" + FROM + criteria.where()
                        + " group by p.currency order by times desc limit 5",
                row -> {
                    counts.add(row.bigint("times"));
                    return row.money("waits", "currency");
                },
                criteria.params());
        return new Waiting(counts.stream().mapToLong(Long::longValue).sum(), sums);
    }

    private List<Listed> byIds(List<UUID> ids) {
        return read(Criteria.of("p").and("p.id = any(?)", Sql.uuids(ids)), Math.max(1, ids.size()));
    }

    private List<Listed> read(Criteria criteria, int most) {
        var rows = sql.query(
                "select p.*, s.suspense, s.charged_back, s.refunded, s.kept, s.reason, f.name as file_name, g.name as seller_name, "
                        + "exists (select from payment_rule_use u "
                        + "where u.tenant_id = p.tenant_id and u.payment_id = p.id) as by_rule" + FROM
                        + criteria.where() + " order by p.id desc limit ?",
                ListPayments::listed,
                criteria.params(most));
        var settled = settled(rows.stream().map(Listed::id).toList());
        return rows.stream()
                .map(row -> with(row, settled.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Settled>> settled(Collection<UUID> payments) {
        var settled = new HashMap<UUID, List<Settled>>();
        sql.query(
                "select a.*, i.number, i.currency, " + ROUNDED
                        + ", m.given_name || ' ' || m.family_name as member_name from allocation a "
                        + "join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id "
                        + "join member m on m.tenant_id = i.tenant_id and m.id = i.member_id "
                        + "left join allocation r on r.tenant_id = a.tenant_id and r.reverses_id = a.id "
                        + "where a.tenant_id = ? and a.payment_id = any(?) and a.reverses_id is null and r.id is null "
                        + "order by a.id limit 1000",
                row -> settled.computeIfAbsent(row.uuid("payment_id"), id -> new ArrayList<>())
                        .add(new Settled(
                                row.uuid("id"),
                                row.uuid("invoice_id"),
                                Long.toString(row.bigint("number")),
                                row.text("member_name"),
                                row.money("amount", "currency"),
                                row.money("rounded", "currency"))),
                Tenancy.required(),
                Sql.uuids(payments));
        return settled;
    }

    private Criteria visible(Optional<String> group) {
        var criteria = Criteria.of("p").within("g.path", caller.pathsFor(Permission.PAYMENT_READ));
        group.ifPresent(path -> criteria.within("g.path", List.of(path)));
        return criteria;
    }

    private static Listed with(Listed row, List<Settled> settled) {
        return new Listed(
                row.id(),
                row.bookedOn(),
                row.amount(),
                row.waits(),
                row.reason(),
                row.payer(),
                row.text(),
                row.fileId(),
                row.fileName(),
                row.sellerName(),
                row.gone(),
                row.byRule(),
                settled);
    }

    private static Listed listed(Row row) {
        var text = row.text("reference") + "\n" + row.text("message");
        return new Listed(
                row.uuid("id"),
                row.day("booked_on"),
                row.money("amount", "currency"),
                row.money("suspense", "currency"),
                row.code("reason", SuspenseReason.class),
                Json.read(row.text("payer"), new TypeReference<Payer>() {}),
                String.join(
                        " · ",
                        text.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .distinct()
                                .toList()),
                row.uuid("bank_file_id"),
                row.text("file_name"),
                row.text("seller_name"),
                new Gone(
                        row.money("charged_back", "currency"),
                        row.money("refunded", "currency"),
                        row.money("kept", "currency"),
                        row.optionalUuid("undoing_id").isPresent()),
                row.flag("by_rule"),
                List.of());
    }
}

package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.payment.OpenItem;
import se.aviso.payment.PayerMark;
import se.aviso.payment.PayerRule;
import se.aviso.payment.RuledPayments.Owed;

/** The tenant's rules of payers, what they have done, and what their members have open; asked in sets. */
@ApplicationScoped
public class PaymentRuleStore {
    private static final int MOST_OPEN = 5000;

    private static final String OWED = """
            select i.id, i.kind, i.member_id, i.seller_group_id, i.due_on, s.claimed, s.received, s.credited, s.kept
            from invoice i
            join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
            where i.tenant_id = ? and i.member_id = any(?) and i.kind = ? and s.status = any(?) and s.written_off = 0
            union all
            select i.id, i.kind, i.member_id, i.seller_group_id, i.due_on, i.total, 0, 0, 0
            from invoice i
            join offer_answer a on a.tenant_id = i.tenant_id and a.invoice_id = i.id
            where i.tenant_id = ? and i.member_id = any(?) and i.kind = ? and a.state = 0
            limit ?
            """;

    private static final String LISTED = """
            select r.*, g.name as seller_name, m.number as member_number,
                   m.given_name || ' ' || m.family_name as member_name, u.times, u.last_on
            from payment_rule r
            join group_node g on g.tenant_id = r.tenant_id and g.id = r.seller_group_id
            join member m on m.tenant_id = r.tenant_id and m.id = r.member_id
            cross join lateral (select count(*) as times, max(acted_on) as last_on from payment_rule_use u
                                where u.tenant_id = r.tenant_id and u.rule_id = r.id) u
            where\s""";

    @Inject
    Sql sql;

    /** A rule with what it did. Personal data: never logged. */
    record Listed(PayerRule rule, Shown shown, PayerRule.RuleState state, Done done) {}

    /** What people read of it: the mark as it was written, whose money it is, and who receives it. */
    record Shown(
            String mark, String sellerName, long memberNumber, String memberName, LocalDate madeOn, String madeBy) {}

    /** How many payments it gave away, and when it last did. */
    record Done(long times, Optional<LocalDate> lastOn) {}

    /** A new rule, as it is written down. */
    record Written(PayerRule rule, String shown, LocalDate on, String by) {}

    /** Adds a rule; false where one of the same payer and seller stands. */
    boolean add(Written written) {
        var rule = written.rule();
        return sql.update(
                        "insert into payment_rule (tenant_id, id, seller_group_id, member_id, kind, mark, shown, state, "
                                + "made_on, made_by) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?) on conflict do nothing",
                        Tenancy.required(),
                        rule.id().value(),
                        rule.seller().value(),
                        rule.member().value(),
                        Codes.of(rule.mark().kind()),
                        rule.mark().value(),
                        written.shown(),
                        written.on(),
                        written.by())
                > 0;
    }

    /** The newest rules of sellers in these subtrees; of a payer who is erased none. */
    List<Listed> page(Collection<String> paths, Optional<UUID> before, int most) {
        var criteria =
                Criteria.of("r").within("g.path", paths).and("r.mark <> ''").and("r.id < ?", before);
        return sql.query(
                LISTED + criteria.where() + " order by r.id desc limit ?",
                PaymentRuleStore::listed,
                criteria.params(most));
    }

    /** One rule of a seller in these subtrees. */
    Optional<Listed> find(UUID rule, Collection<String> paths) {
        var criteria =
                Criteria.of("r").within("g.path", paths).and("r.mark <> ''").and("r.id = ?", Optional.of(rule));
        return sql.one(LISTED + criteria.where(), PaymentRuleStore::listed, criteria.params());
    }

    void change(UUID rule, PayerRule.RuleState state) {
        sql.update(
                "update payment_rule set state = ? where tenant_id = ? and id = ?",
                Codes.of(state),
                Tenancy.required(),
                rule);
    }

    /** The rules that act on payers with any of these marks. */
    List<PayerRule> of(Collection<PayerMark> marks) {
        var all = List.copyOf(marks);
        return sql.query(
                "select r.* from unnest(?::smallint[], ?::text[]) u(kind, mark) join payment_rule r "
                        + "on r.tenant_id = ? and r.kind = u.kind and r.mark = u.mark collate \"C\" and r.state = 0",
                PaymentRuleStore::rule,
                Sql.smallints(all, mark -> Codes.of(mark.kind())),
                Sql.texts(all, PayerMark::value),
                Tenancy.required());
    }

    /** True where the tenant has any rule that acts. */
    boolean isAnyActive() {
        return sql.one(
                        "select id from payment_rule where tenant_id = ? and state = 0 limit 1",
                        row -> row.uuid("id"),
                        Tenancy.required())
                .isPresent();
    }

    /** What these members have open: claims and offers. */
    List<Owed> owed(Collection<MemberId> members) {
        var ids = Sql.uuids(members.stream().map(MemberId::value).toList());
        return sql.query(
                OWED,
                PaymentRuleStore::owed,
                Tenancy.required(),
                ids,
                Codes.of(InvoiceKind.CLAIM),
                Sql.codes(Settlement.Status.UNPAID),
                Tenancy.required(),
                ids,
                Codes.of(InvoiceKind.OFFER),
                MOST_OPEN);
    }

    /** Notes which rule gave which payment away. */
    void used(Map<UUID, PayerRule.Id> ruleOfPayment, LocalDate on) {
        if (ruleOfPayment.isEmpty()) {
            return;
        }
        var uses = List.copyOf(ruleOfPayment.entrySet());
        sql.update(
                "insert into payment_rule_use (tenant_id, acted_on, payment_id, rule_id) "
                        + "select ?, ?::date, u.* from unnest(?::uuid[], ?::uuid[]) u",
                Tenancy.required(),
                on,
                Sql.uuids(uses, Map.Entry::getKey),
                Sql.uuids(uses, use -> use.getValue().value()));
    }

    private static Listed listed(Row row) {
        return new Listed(
                rule(row),
                new Shown(
                        row.text("shown"),
                        row.text("seller_name"),
                        row.bigint("member_number"),
                        row.text("member_name"),
                        row.day("made_on"),
                        row.text("made_by")),
                row.code("state", PayerRule.RuleState.class),
                new Done(row.bigint("times"), row.optionalDay("last_on")));
    }

    private static PayerRule rule(Row row) {
        return new PayerRule(
                new PayerRule.Id(row.uuid("id")),
                new GroupId(row.uuid("seller_group_id")),
                new PayerMark(row.code("kind", PayerMark.Kind.class), row.text("mark")),
                new MemberId(row.uuid("member_id")));
    }

    private static Owed owed(Row row) {
        var settlement =
                new Settlement(row.money("claimed"), row.money("received"), row.money("credited"), row.money("kept"));
        var item = new OpenItem(
                new InvoiceId(row.uuid("id")),
                row.code("kind", InvoiceKind.class),
                OpenItem.State.STANDING,
                settlement.claimed(),
                settlement.open());
        return new Owed(
                item, new MemberId(row.uuid("member_id")), new GroupId(row.uuid("seller_group_id")), row.day("due_on"));
    }
}

package se.aviso.app.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.PaymentId;
import se.aviso.refund.PayeeAccount;
import se.aviso.refund.RefundLimit;
import se.aviso.refund.RefundRules;
import se.aviso.refund.RefundState;

/** The refunds; what happened to one is noted, and never taken away. */
@ApplicationScoped
public class RefundStore {
    private static final List<RefundState> ALONE =
            List.of(RefundState.APPROVED, RefundState.EXPORTED, RefundState.PAID);
    private static final String FROM = "select r.* from refund r join group_node g on g.tenant_id = r.tenant_id "
            + "and g.id = r.seller_group_id where ";

    @Inject
    Sql sql;

    /** Where the money of a refund that is over went; the order is the code in the database. */
    enum ReturnedTo {
        BALANCE,
        PAYMENT
    }

    /** A limit, and the version that a change must name; 0 while the tenant says nothing. */
    public record Limit(RefundLimit rule, long version) {}

    /** What one person may pay back without a second. */
    Limit limit() {
        return sql.one("select * from refund_limit where tenant_id = ?", RefundStore::limit, Tenancy.required())
                .orElse(new Limit(RefundLimit.USUAL, 0));
    }

    private static Limit limit(Row row) {
        var amount = row.money("amount");
        var changedOn = row.optionalDay("set_on");
        return new Limit(
                new RefundLimit(amount, changedOn.isPresent() ? row.money("before") : amount, changedOn),
                row.bigint("version"));
    }

    void setLimit(RefundLimit limit) {
        sql.update(
                "insert into refund_limit (tenant_id, amount, before, set_on) values (?, ?, ?, ?) on conflict (tenant_id) "
                        + "do update set amount = excluded.amount, before = excluded.before, set_on = excluded.set_on, "
                        + "version = refund_limit.version + 1",
                Tenancy.required(),
                limit.amount().minorUnits(),
                limit.before().minorUnits(),
                limit.changedOn());
    }

    /**
     * What was paid back without a second person since that day: of the same payment, of the same member's balance, or
     * whoever sold, to what may be the same account.
     */
    List<RefundRules.PaidAlone> alone(Refund.Source source, GroupId seller, PayeeAccount to, LocalDate since) {
        return sql.query(
                "select * from (select account_kind, account, amount, "
                        + "coalesce(seller_group_id = ? and (payment_id = ? or member_id = ?), false) as same "
                        + "from refund where tenant_id = ? and approved_by is null and currency = 'SEK' "
                        + "and state = any(?) and proposed_on >= ?) r "
                        + "where r.same or right(replace(r.account, '-', '0'), length(?)) = ?",
                row -> new RefundRules.PaidAlone(payee(row), row.flag("same"), row.money("amount")),
                seller.value(),
                source.payment().map(PaymentId::value),
                source.member().map(MemberId::value),
                Tenancy.required(),
                Sql.codes(ALONE),
                since,
                to.tail(),
                to.tail());
    }

    private static PayeeAccount payee(Row row) {
        return new PayeeAccount(row.code("account_kind", PayeeAccount.Kind.class), row.text("account"));
    }

    void add(Refund refund, UUID entry) {
        var progress = refund.progress();
        sql.update(
                "insert into refund (tenant_id, id, seller_group_id, member_id, payment_id, amount, currency, account_kind, "
                        + "account, payee, note, state, proposed_by, proposer_id, proposed_on, entry_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                refund.id(),
                refund.seller().value(),
                refund.source().member().map(MemberId::value),
                refund.source().payment().map(PaymentId::value),
                refund.amount().minorUnits(),
                refund.amount().currency().getCurrencyCode(),
                Codes.of(refund.payee().account().kind()),
                refund.payee().account().digits(),
                refund.payee().name(),
                refund.note(),
                Codes.of(progress.state()),
                progress.proposedBy(),
                progress.proposer(),
                progress.proposedOn(),
                entry);
    }

    /** One refund of a seller in these subtrees, locked until commit. */
    Optional<Refund> locked(UUID id, Collection<String> paths) {
        var criteria = Criteria.of("r").within("g.path", paths).and("r.id = ?", Optional.of(id));
        return sql.one(FROM + criteria.where() + " for update of r", RefundStore::read, criteria.params());
    }

    /** Those of a seller that are approved, the oldest first, locked until commit. */
    List<Refund> approved(GroupId seller, int most) {
        var criteria = Criteria.of("r")
                .and("r.seller_group_id = ?", seller.value())
                .and("r.state = ?", Codes.of(RefundState.APPROVED));
        return sql.query(
                FROM + criteria.where() + " order by r.id limit ? for update of r",
                RefundStore::read,
                criteria.params(most));
    }

    /** Those of a file, locked until commit. */
    List<Refund> ofExport(UUID export) {
        var criteria = Criteria.of("r").and("r.export_id = ?", Optional.of(export));
        return sql.query(
                FROM + criteria.where() + " order by r.id for update of r", RefundStore::read, criteria.params());
    }

    void approve(UUID id, String by, LocalDate on) {
        sql.update(
                "update refund set state = ?, approved_by = ?, approved_on = ? where tenant_id = ? and id = ?",
                Codes.of(RefundState.APPROVED),
                by,
                on,
                Tenancy.required(),
                id);
    }

    void export(List<Refund> refunds, UUID export) {
        sql.update(
                "update refund set state = ?, export_id = ? where tenant_id = ? and id = any(?)",
                Codes.of(RefundState.EXPORTED),
                export,
                Tenancy.required(),
                Sql.uuids(refunds, Refund::id));
    }

    /** Their file never reached the bank: they may go into another. */
    void approvedAgain(List<Refund> refunds) {
        sql.update(
                "update refund set state = ?, export_id = null where tenant_id = ? and id = any(?)",
                Codes.of(RefundState.APPROVED),
                Tenancy.required(),
                Sql.uuids(refunds, Refund::id));
    }

    void pay(UUID id, LocalDate on, UUID entry) {
        sql.update(
                "update refund set state = ?, paid_on = ?, sent_entry_id = ? where tenant_id = ? and id = ?",
                Codes.of(RefundState.PAID),
                on,
                entry,
                Tenancy.required(),
                id);
    }

    /** As which payment it came back. */
    void cameBack(UUID id, UUID payment) {
        sql.update(
                "update refund set came_back_id = ? where tenant_id = ? and id = ?", payment, Tenancy.required(), id);
    }

    void end(UUID id, RefundState state, ReturnedTo to, String why) {
        sql.update(
                "update refund set state = ?, returned_to = ?, failure = ? where tenant_id = ? and id = ?",
                Codes.of(state),
                Codes.of(to),
                why,
                Tenancy.required(),
                id);
    }

    static Refund read(Row row) {
        return new Refund(
                row.uuid("id"),
                new GroupId(row.uuid("seller_group_id")),
                new Refund.Source(
                        row.optionalUuid("member_id").map(MemberId::new),
                        row.optionalUuid("payment_id").map(PaymentId::new)),
                row.money("amount", "currency"),
                new Refund.Payee(row.text("payee"), payee(row)),
                row.text("note"),
                new Refund.Progress(
                        row.code("state", RefundState.class),
                        row.text("proposed_by"),
                        row.uuid("proposer_id"),
                        row.day("proposed_on"),
                        row.optionalText("approved_by"),
                        row.optionalDay("approved_on"),
                        row.optionalUuid("export_id"),
                        row.optionalDay("paid_on"),
                        row.text("failure")));
    }
}

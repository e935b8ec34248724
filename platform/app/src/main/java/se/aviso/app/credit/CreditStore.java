package se.aviso.app.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.credit.CreditUse;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.Money;
import se.aviso.payment.FileUndoing;

/** The credit balances and what moved them; a balance is the sum of its movements, and never below nothing. */
@ApplicationScoped
public class CreditStore {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** A movement with its day, and whether another has undone it. */
    public record Known(CreditMovement movement, LocalDate movedOn, boolean undone) {}

    /** What is kept for these payers in a currency, by seller; locked until commit. */
    public Map<CreditUse.Holder, Money> locked(Collection<MemberId> payers, Currency currency) {
        var balances = new HashMap<CreditUse.Holder, Money>();
        sql.query(
                "select * from credit_balance where tenant_id = ? and member_id = any(?) and currency = ? "
                        + "and amount > 0 order by member_id, seller_group_id for update",
                row -> balances.put(holder(row), row.money("amount", "currency")),
                Tenancy.required(),
                Sql.uuids(payers.stream().map(MemberId::value).distinct().toList()),
                currency.getCurrencyCode());
        return balances;
    }

    /** Moves balances; their ledger entries stand already. */
    public void move(List<CreditMovement> movements, LocalDate on) {
        if (movements.isEmpty()) {
            return;
        }
        open(movements.stream().filter(each -> each.amount().isPositive()).toList());
        sql.update(
                "update credit_balance b set amount = b.amount + u.amount from (select x.member, x.seller, x.currency, "
                        + "sum(x.amount) as amount from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[]) "
                        + "x(member, seller, currency, amount) group by x.member, x.seller, x.currency) u "
                        + "where b.tenant_id = ? and b.member_id = u.member and b.seller_group_id = u.seller "
                        + "and b.currency = u.currency",
                members(movements),
                sellers(movements),
                currencies(movements),
                Sql.bigints(movements, each -> each.amount().minorUnits()),
                Tenancy.required());
        add(movements, on);
    }

    /** A row for whoever had none, in order, so that two transactions never wait for each other. */
    private void open(List<CreditMovement> coming) {
        sql.update(
                "insert into credit_balance (tenant_id, member_id, seller_group_id, currency, amount) "
                        + "select distinct ?::uuid, u.member, u.seller, u.currency, 0 "
                        + "from unnest(?::uuid[], ?::uuid[], ?::text[]) u(member, seller, currency) order by 2, 3, 4 "
                        + "on conflict (tenant_id, member_id, seller_group_id, currency) do update set amount = "
                        + "credit_balance.amount",
                Tenancy.required(),
                members(coming),
                sellers(coming),
                currencies(coming));
    }

    private void add(List<CreditMovement> movements, LocalDate on) {
        sql.update(
                "insert into credit_movement (tenant_id, moved_on, created_at, id, kind, member_id, seller_group_id, "
                        + "currency, amount, invoice_id, credit_note_id, payment_id, refund_id, reverses_id, entry_id) select ?, ?::date, "
                        + "?::timestamptz, u.* from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::uuid[], ?::text[], "
                        + "?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) u",
                Tenancy.required(),
                on,
                clock.instant(),
                Sql.uuids(movements, CreditMovement::id),
                Sql.smallints(movements, each -> Codes.of(each.kind())),
                members(movements),
                sellers(movements),
                currencies(movements),
                Sql.bigints(movements, each -> each.amount().minorUnits()),
                maybe(movements, each -> each.cause().invoice()),
                maybe(movements, each -> each.cause().creditNote()),
                maybe(movements, each -> each.cause().payment()),
                maybe(movements, each -> each.cause().refund()),
                maybe(movements, each -> each.cause().reverses()),
                Sql.uuids(movements, CreditMovement::entry));
    }

    /** What an invoice took of balances and gave back, the oldest first. */
    public List<Known> ofInvoice(UUID invoice) {
        return known("m.invoice_id = ? and m.credit_note_id is null", invoice);
    }

    /** What went from a payment to balances and came back, the oldest first. */
    public List<Known> ofPayment(UUID payment) {
        return known("m.payment_id = ?", payment);
    }

    /** What payments have left in balances, by movements that stand; the oldest first. */
    public List<CreditMovement> keptOf(Collection<UUID> payments) {
        return sql.query(
                "select m.* from credit_movement m left join credit_movement r on r.tenant_id = m.tenant_id "
                        + "and r.reverses_id = m.id where m.tenant_id = ? and m.payment_id = any(?) "
                        + "and m.reverses_id is null and r.id is null order by m.id",
                CreditStore::movement,
                Tenancy.required(),
                Sql.uuids(payments));
    }

    /** What is kept for these payers, of all sellers and currencies; locked until commit. */
    public Map<FileUndoing.Purse, Money> balances(Collection<UUID> payers) {
        var balances = new HashMap<FileUndoing.Purse, Money>();
        sql.query(
                "select * from credit_balance where tenant_id = ? and member_id = any(?) "
                        + "order by member_id, seller_group_id, currency for update",
                row -> balances.put(
                        new FileUndoing.Purse(holder(row), row.text("currency")), row.money("amount", "currency")),
                Tenancy.required(),
                Sql.uuids(payers));
        return balances;
    }

    private List<Known> known(String condition, UUID id) {
        return sql.query(
                "select m.*, r.id is not null as undone from credit_movement m left join credit_movement r "
                        + "on r.tenant_id = m.tenant_id and r.reverses_id = m.id where m.tenant_id = ? and " + condition
                        + " order by m.id limit 1000",
                row -> new Known(movement(row), row.day("moved_on"), row.flag("undone")),
                Tenancy.required(),
                id);
    }

    private static CreditMovement movement(Row row) {
        var cause = new CreditMovement.Cause(
                row.optionalUuid("invoice_id"),
                row.optionalUuid("credit_note_id"),
                row.optionalUuid("payment_id"),
                row.optionalUuid("refund_id"),
                row.optionalUuid("reverses_id"));
        return new CreditMovement(
                row.uuid("id"),
                row.code("kind", CreditMovement.Kind.class),
                holder(row),
                row.money("amount", "currency"),
                cause,
                row.uuid("entry_id"));
    }

    private static CreditUse.Holder holder(Row row) {
        return new CreditUse.Holder(new MemberId(row.uuid("member_id")), new GroupId(row.uuid("seller_group_id")));
    }

    private static SqlArray members(List<CreditMovement> movements) {
        return Sql.uuids(movements, each -> each.holder().member().value());
    }

    private static SqlArray sellers(List<CreditMovement> movements) {
        return Sql.uuids(movements, each -> each.holder().seller().value());
    }

    private static SqlArray currencies(List<CreditMovement> movements) {
        return Sql.texts(movements, each -> each.amount().currency().getCurrencyCode());
    }

    private static SqlArray maybe(List<CreditMovement> movements, Function<CreditMovement, Optional<UUID>> column) {
        var ids = new ArrayList<@Nullable UUID>();
        movements.forEach(each -> ids.add(column.apply(each).orElse(null)));
        return Sql.uuids(ids);
    }
}

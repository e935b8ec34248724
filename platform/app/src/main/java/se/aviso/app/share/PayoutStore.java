package se.aviso.app.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/** Payouts and the shares that they take up; in sets. */
@ApplicationScoped
public class PayoutStore {
    @Inject
    Sql sql;

    /** A payout to a group. */
    record Made(UUID id, UUID group, Money amount) {}

    /** A payout that is to be paid. */
    record Held(UUID id, Money amount, LocalDate madeOn) {}

    /** A payout for each group that is owed more than nothing; takes up the shares of up to that day. */
    List<Made> make(GroupId seller, LocalDate upTo, LocalDate today) {
        var made = sql.query(
                "select group_id, currency, sum(amount) as amount from group_share where tenant_id = ? "
                        + "and seller_group_id = ? and payout_id is null and booked_on <= ? group by 1, 2 "
                        + "having sum(amount) > 0 order by 1",
                row -> new Made(Ids.next(), row.uuid("group_id"), row.money("amount", "currency")),
                Tenancy.required(),
                seller.value(),
                upTo);
        sql.update(
                "insert into payout (tenant_id, seller_group_id, up_to, made_on, id, group_id, amount, currency) "
                        + "select ?, ?, ?, ?, u.* from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[]) u",
                Tenancy.required(),
                seller.value(),
                upTo,
                today,
                Sql.uuids(made, Made::id),
                Sql.uuids(made, Made::group),
                Sql.bigints(made, payout -> payout.amount().minorUnits()),
                Sql.texts(made, payout -> payout.amount().currency().getCurrencyCode()));
        sql.update(
                "update group_share x set payout_id = u.id from unnest(?::uuid[], ?::uuid[], ?::text[]) "
                        + "u(id, group_id, currency) where x.tenant_id = ? and x.seller_group_id = ? "
                        + "and x.payout_id is null and x.booked_on <= ? and x.group_id = u.group_id "
                        + "and x.currency = u.currency",
                Sql.uuids(made, Made::id),
                Sql.uuids(made, Made::group),
                Sql.texts(made, payout -> payout.amount().currency().getCurrencyCode()),
                Tenancy.required(),
                seller.value(),
                upTo);
        return made;
    }

    /** Those of the seller's payouts that are not paid, or all where none is named; locked until commit. */
    List<Held> unpaid(GroupId seller, Collection<UUID> wanted) {
        return sql.query(
                "select * from payout where tenant_id = ? and seller_group_id = ? and paid_on is null "
                        + "and (cardinality(?::uuid[]) = 0 or id = any(?::uuid[])) order by id for update",
                row -> new Held(row.uuid("id"), row.money("amount", "currency"), row.day("made_on")),
                Tenancy.required(),
                seller.value(),
                Sql.uuids(wanted),
                Sql.uuids(wanted));
    }

    void paid(List<Held> payouts, List<LedgerStore.Booked> entries, LocalDate on) {
        sql.update(
                "update payout o set paid_on = ?, entry_id = u.entry_id, version = version + 1 "
                        + "from unnest(?::uuid[], ?::uuid[]) u(id, entry_id) where o.tenant_id = ? and o.id = u.id",
                on,
                Sql.uuids(payouts, Held::id),
                Sql.uuids(entries, LedgerStore.Booked::id),
                Tenancy.required());
    }
}

package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.aviso.accounting.AccountDay;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GroupId;

/**
 * What moved on accounts day by day, so that a balance is a sum of days and not of all postings. A booking adds rows of
 * its own; {@link #fold} makes one of a day's many.
 */
@ApplicationScoped
public class AccountDayStore {
    private static final int DAYS_AT_A_TIME = 500;

    @Inject
    Sql sql;

    private record Folded(AccountDay day, List<UUID> ids) {}

    void add(List<AccountDay> days) {
        sql.update(
                "insert into account_day (tenant_id, seller_group_id, booked_on, account, currency, id, debit, credit, "
                        + "postings) select ?, u.* from unnest(?::uuid[], ?::date[], ?::integer[], ?::text[], ?::uuid[], "
                        + "?::bigint[], ?::bigint[], ?::bigint[]) u",
                Tenancy.required(),
                Sql.uuids(days, day -> day.key().seller().value()),
                Sql.dates(days, day -> day.key().bookedOn()),
                Sql.integers(days.stream().map(day -> day.key().account()).toList()),
                Sql.texts(days, day -> day.key().currency().getCurrencyCode()),
                Sql.uuids(days, day -> Ids.next()),
                Sql.bigints(days, day -> day.debit().minorUnits()),
                Sql.bigints(days, day -> day.credit().minorUnits()),
                Sql.bigints(days, AccountDay::postings));
    }

    /**
     * Makes one row of each day that has many, so many days at most; what is booked meanwhile stays beside it.
     *
     * @return true when there may be more
     */
    boolean fold() {
        var many = sql.query(
                "select seller_group_id, booked_on, account, currency, array_agg(id) as ids, sum(debit) as debit, "
                        + "sum(credit) as credit, sum(postings) as postings from account_day where tenant_id = ? "
                        + "group by 1, 2, 3, 4 having count(*) > 1 limit ?",
                AccountDayStore::folded,
                Tenancy.required(),
                DAYS_AT_A_TIME);
        if (many.isEmpty()) {
            return false;
        }
        remove(many);
        add(many.stream().map(Folded::day).toList());
        return many.size() == DAYS_AT_A_TIME;
    }

    private void remove(List<Folded> many) {
        var sellers = new ArrayList<UUID>();
        var days = new ArrayList<LocalDate>();
        var ids = new ArrayList<UUID>();
        for (var each : many) {
            for (var id : each.ids()) {
                sellers.add(each.day().key().seller().value());
                days.add(each.day().key().bookedOn());
                ids.add(id);
            }
        }
        var gone = sql.update(
                "delete from account_day d using unnest(?::uuid[], ?::date[], ?::uuid[]) u(seller, day, id) "
                        + "where d.tenant_id = ? and d.seller_group_id = u.seller and d.booked_on = u.day and d.id = u.id",
                Sql.uuids(sellers),
                Sql.dates(days),
                Sql.uuids(ids),
                Tenancy.required());
        if (gone != ids.size()) {
            throw new IllegalStateException(ids.size() + " sums of days were read, " + gone + " are there");
        }
    }

    private static Folded folded(Row row) {
        var debit = row.money("debit", "currency");
        var key = new AccountDay.Key(
                new GroupId(row.uuid("seller_group_id")),
                row.day("booked_on"),
                row.integer("account"),
                debit.currency());
        return new Folded(
                new AccountDay(key, debit, row.money("credit", "currency"), row.bigint("postings")), row.uuids("ids"));
    }
}

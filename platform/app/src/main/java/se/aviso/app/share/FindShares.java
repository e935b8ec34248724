package se.aviso.app.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;

/** Shows what sellers owe groups and what was paid out, to those who see the books of the one or the other. */
@ApplicationScoped
@Transactional
public class FindShares {
    /** A federation with more groups than that is seen a group at a time. */
    private static final int MOST = 2_000;

    private static final String PARTIES =
            " join group_node s on s.tenant_id = x.tenant_id and s.id = x.seller_group_id "
                    + "join group_node g on g.tenant_id = x.tenant_id and g.id = x.group_id where ";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** A group in the settlement between groups. */
    public record Party(UUID id, String name) {}

    /**
     * What a seller owes a group.
     *
     * @param owed not in any payout yet; below nothing when more was taken back than has come since the last payout
     * @param waiting in payouts that are not marked as paid
     * @param paid what has been paid out
     */
    public record Balance(Party seller, Party group, String owed, String waiting, String paid, String currency) {}

    /** A payout, made or paid. */
    public record Payout(
            UUID id,
            Party seller,
            Party group,
            String amount,
            String currency,
            LocalDate upTo,
            LocalDate madeOn,
            Optional<LocalDate> paidOn,
            Optional<String> account) {}

    /** What each seller owes each group, by their names. */
    public List<Balance> balances(Optional<String> below) {
        var criteria = seen(below);
        return sql.query(
                "select x.seller_group_id, s.name as seller, x.group_id, g.name as grp, x.currency, "
                        + "coalesce(sum(x.amount) filter (where x.payout_id is null), 0) as owed, "
                        + "coalesce(sum(x.amount) filter (where o.id is not null and o.paid_on is null), 0) as waiting, "
                        + "coalesce(sum(x.amount) filter (where o.paid_on is not null), 0) as paid "
                        + "from group_share x left join payout o on o.tenant_id = x.tenant_id and o.id = x.payout_id"
                        + PARTIES + criteria.where() + " group by 1, 2, 3, 4, 5 order by 2, 4, 1, 3 limit ?",
                row -> new Balance(
                        new Party(row.uuid("seller_group_id"), row.text("seller")),
                        new Party(row.uuid("group_id"), row.text("grp")),
                        row.money("owed", "currency").toDecimal(),
                        row.money("waiting", "currency").toDecimal(),
                        row.money("paid", "currency").toDecimal(),
                        row.text("currency")),
                criteria.params(MOST));
    }

    /** The payouts, the newest first. */
    public List<Payout> payouts(Optional<String> below, PageRequest page) {
        var criteria = seen(below).and("x.id < ?", page.after().map(Cursor::id));
        return payouts(criteria, page.limitAndOne());
    }

    /** One payout. */
    public Optional<Payout> payout(UUID id) {
        return payouts(seen(Optional.empty()).and("x.id = ?", id), 1).stream().findFirst();
    }

    private List<Payout> payouts(Criteria criteria, int most) {
        return sql.query(
                "select x.*, s.name as seller, g.name as grp, coalesce(g.bankgiro, g.plusgiro, g.iban) as account "
                        + "from payout x" + PARTIES + criteria.where() + " order by x.id desc limit ?",
                FindShares::payout,
                criteria.params(most));
    }

    private static Payout payout(Row row) {
        return new Payout(
                row.uuid("id"),
                new Party(row.uuid("seller_group_id"), row.text("seller")),
                new Party(row.uuid("group_id"), row.text("grp")),
                row.money("amount", "currency").toDecimal(),
                row.text("currency"),
                row.day("up_to"),
                row.day("made_on"),
                row.optionalDay("paid_on"),
                row.optionalText("account"));
    }

    /** Who sees the books of the seller, or of the group that is owed to. */
    private Criteria seen(Optional<String> below) {
        var paths = caller.pathsFor(Permission.LEDGER_READ);
        var sellers = Criteria.of("x").within("s.path", paths);
        var groups = Criteria.of("x").within("g.path", paths);
        var all = new ArrayList<Object>();
        all.addAll(Arrays.asList(sellers.params()));
        all.addAll(Arrays.asList(groups.params()));
        var either = Criteria.of("x").and("((" + sellers.where() + ") or (" + groups.where() + "))", all.toArray());
        below.ifPresent(path -> either.within("g.path", List.of(path)));
        return either;
    }
}

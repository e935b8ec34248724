package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.accounting.AccountRole;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;

/** What stands on accounts at the end of a day, in the books that a caller may see: sums of days, not of postings. */
@ApplicationScoped
@Transactional
public class FindLedgerBalances {
    /** A chart has a few hundred accounts. */
    private static final int MOST = 1_000;

    private static final String FROM = " from account_day d join group_node g on g.tenant_id = d.tenant_id "
            + "and g.id = d.seller_group_id where ";
    private static final String SUMS =
            "sum(d.debit) as debit, sum(d.credit) as credit, sum(d.debit) - sum(d.credit) as balance, "
                    + "sum(d.postings)::bigint as postings";

    @Inject
    Sql sql;

    @Inject
    LedgerStore ledger;

    @Inject
    Caller caller;

    /**
     * What stands on an account.
     *
     * @param role what the tenant uses it for; none where it is an account of revenue
     * @param balance debit less credit
     */
    public record Balance(
            int account,
            Optional<AccountRole> role,
            String currency,
            String debit,
            String credit,
            String balance,
            long postings) {}

    /** The same in the books of one seller. */
    record OfSeller(UUID seller, String sellerName, Balance balance) {}

    /** Where a part of a file ends. */
    record Place(UUID seller, int account, String currency) {}

    /** The accounts with what stands on them at the end of the day, by number; over all sellers in scope. */
    public List<Balance> balances(LedgerScope scope, LocalDate asOf) {
        var criteria = scope.criteria("d", caller).and("d.booked_on <= ?", asOf);
        var roles = roles();
        return sql.query(
                "select d.account, d.currency, " + SUMS + FROM + criteria.where()
                        + " group by d.account, d.currency order by d.account, d.currency limit ?",
                row -> balance(row, roles),
                criteria.params(MOST));
    }

    /** The same seller by seller, so many rows behind a place. */
    List<OfSeller> bySeller(LedgerScope scope, LocalDate asOf, Optional<Place> after, int most) {
        var criteria = scope.criteria("d", caller).and("d.booked_on <= ?", asOf);
        after.ifPresent(place -> criteria.and(
                "(d.seller_group_id, d.account, d.currency) > (?, ?, ?)",
                place.seller(),
                place.account(),
                place.currency()));
        var roles = roles();
        return sql.query(
                "select d.seller_group_id, g.name, d.account, d.currency, " + SUMS + FROM + criteria.where()
                        + " group by d.seller_group_id, g.name, d.account, d.currency "
                        + "order by d.seller_group_id, d.account, d.currency limit ?",
                row -> new OfSeller(row.uuid("seller_group_id"), row.text("name"), balance(row, roles)),
                criteria.params(most));
    }

    /** What the tenant uses the account for, where it is none of revenue. */
    Optional<AccountRole> role(int account) {
        return Optional.ofNullable(roles().get(account));
    }

    private Map<Integer, AccountRole> roles() {
        var chart = ledger.chart();
        return Arrays.stream(AccountRole.values())
                .collect(Collectors.toMap(chart::account, Function.identity(), (first, second) -> first));
    }

    private static Balance balance(Row row, Map<Integer, AccountRole> roles) {
        var account = row.integer("account");
        return new Balance(
                account,
                Optional.ofNullable(roles.get(account)),
                row.text("currency"),
                row.money("debit", "currency").toDecimal(),
                row.money("credit", "currency").toDecimal(),
                row.money("balance", "currency").toDecimal(),
                row.bigint("postings"));
    }
}

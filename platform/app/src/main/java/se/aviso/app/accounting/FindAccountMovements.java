package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Explanation;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.kernel.Money;

/**
 * Why an account's balance is what it is: month by month, a month day by day, and a day by what was booked, counted
 * anew from the postings themselves.
 */
@ApplicationScoped
@Transactional
public class FindAccountMovements {
    private static final int MONTHS = 24;
    private static final String DAYS = " from account_day d join group_node g on g.tenant_id = d.tenant_id "
            + "and g.id = d.seller_group_id where ";
    private static final String SUMS =
            ", sum(d.debit) as debit, sum(d.credit) as credit, sum(d.postings)::bigint as postings";

    @Inject
    Sql sql;

    @Inject
    FindLedgerBalances balances;

    @Inject
    Caller caller;

    /** Which account, in whose books. */
    public record Asked(int account, Currency currency, LedgerScope scope) {}

    /** What moved on the account between two days, both included; of one kind where a day is looked at. */
    public record Part(
            LocalDate from,
            LocalDate to,
            Optional<EntryKind> kind,
            String debit,
            String credit,
            String amount,
            long postings) {}

    /**
     * A balance with its parts.
     *
     * @param opening what stood there before the first of them
     * @param difference by how much the balance is more than its parts; 0.00 where they explain it to the öre
     */
    public record Movements(
            int account,
            Optional<AccountRole> role,
            String currency,
            LocalDate asOf,
            String opening,
            List<Part> parts,
            String sum,
            String balance,
            String difference,
            boolean explained) {}

    /** The last two years up to the day, a month each. */
    public Movements months(Asked asked, LocalDate asOf) {
        var from = asOf.withDayOfMonth(1).minusMonths(MONTHS - 1L);
        var criteria = days(asked).and("d.booked_on >= ?", from).and("d.booked_on <= ?", asOf);
        var parts = sql.query(
                "select date_trunc('month', d.booked_on)::date as first" + SUMS + DAYS + criteria.where()
                        + " group by 1 order by 1",
                row -> part(row, asked, asOf),
                criteria.params());
        return explained(asked, from, asOf, parts);
    }

    /** A month up to the day, day by day. */
    public Movements days(Asked asked, YearMonth month, LocalDate asOf) {
        var last = month.atEndOfMonth().isAfter(asOf) ? asOf : month.atEndOfMonth();
        var criteria = days(asked).and("d.booked_on >= ?", month.atDay(1)).and("d.booked_on <= ?", last);
        var parts = sql.query(
                "select d.booked_on as first" + SUMS + DAYS + criteria.where() + " group by 1 order by 1",
                row -> part(row, asked, row.day("first")),
                criteria.params());
        return explained(asked, month.atDay(1), last, parts);
    }

    /** A day, by what was booked on it; counted from the postings. */
    public Movements kinds(Asked asked, LocalDate day) {
        var criteria = asked.scope()
                .criteria("e", caller)
                .and("e.booked_on = ?", day)
                .and("p.account = ?", asked.account())
                .and("p.currency = ?", asked.currency().getCurrencyCode());
        var parts = sql.query(
                "select e.kind, coalesce(sum(p.amount) filter (where p.side = 0), 0) as debit, "
                        + "coalesce(sum(p.amount) filter (where p.side = 1), 0) as credit, count(*) as postings "
                        + "from ledger_entry e join group_node g on g.tenant_id = e.tenant_id "
                        + "and g.id = e.seller_group_id join posting p on p.tenant_id = e.tenant_id "
                        + "and p.entry_id = e.id where " + criteria.where() + " group by e.kind order by e.kind",
                row -> part(row, asked, day, day, Optional.of(row.code("kind", EntryKind.class))),
                criteria.params());
        return explained(asked, day, day, parts);
    }

    private Movements explained(Asked asked, LocalDate from, LocalDate asOf, List<Part> parts) {
        var opening = balance(asked, from.minusDays(1));
        var explanation = new Explanation(
                balance(asked, asOf),
                opening,
                parts.stream()
                        .map(part -> Money.parse(part.amount(), asked.currency()))
                        .toList());
        return new Movements(
                asked.account(),
                balances.role(asked.account()),
                asked.currency().getCurrencyCode(),
                asOf,
                opening.toDecimal(),
                parts,
                explanation.sum().toDecimal(),
                explanation.balance().toDecimal(),
                explanation.missing().toDecimal(),
                explanation.isWhole());
    }

    private Money balance(Asked asked, LocalDate asOf) {
        var criteria = days(asked).and("d.booked_on <= ?", asOf);
        return sql.query(
                        "select coalesce(sum(d.debit) - sum(d.credit), 0) as balance" + DAYS + criteria.where(),
                        row -> new Money(row.bigint("balance"), asked.currency()),
                        criteria.params())
                .get(0);
    }

    private Criteria days(Asked asked) {
        return asked.scope()
                .criteria("d", caller)
                .and("d.account = ?", asked.account())
                .and("d.currency = ?", asked.currency().getCurrencyCode());
    }

    /** A month, or what there is of it. */
    private static Part part(Row row, Asked asked, LocalDate last) {
        var first = row.day("first");
        var end = first.equals(last) ? first : YearMonth.from(first).atEndOfMonth();
        return part(row, asked, first, end.isAfter(last) ? last : end, Optional.empty());
    }

    private static Part part(Row row, Asked asked, LocalDate from, LocalDate to, Optional<EntryKind> kind) {
        var debit = new Money(row.bigint("debit"), asked.currency());
        var credit = new Money(row.bigint("credit"), asked.currency());
        return new Part(
                from,
                to,
                kind,
                debit.toDecimal(),
                credit.toDecimal(),
                debit.minus(credit).toDecimal(),
                row.bigint("postings"));
    }
}

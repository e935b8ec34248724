package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.accounting.ExportPeriod;
import se.aviso.accounting.ExportedAccount;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;

/** Shows a caller what has left the books of their subtrees, and what of a period has not. */
@ApplicationScoped
@Transactional
public class FindAccountingExports {
    private static final int MOST_ACCOUNTS = 1_000;

    @Inject
    ExportStore exports;

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** Whose books, which days of them, in which currency. */
    public record Asked(LedgerScope scope, ExportPeriod period, Currency currency) {}

    /** An account of a period: the subledger, what of it has left, and what has not. */
    public record Compared(
            int account, String debit, String credit, String exportedDebit, String exportedCredit, boolean agrees) {
        static Compared of(ExportedAccount account) {
            return new Compared(
                    account.account(),
                    account.booked().debit().toDecimal(),
                    account.booked().credit().toDecimal(),
                    account.exported().debit().toDecimal(),
                    account.exported().credit().toDecimal(),
                    account.agrees());
        }
    }

    /** The newest, in scope. */
    public List<ExportStore.Export> page(LedgerScope scope, PageRequest page) {
        var criteria = scope.criteria("x", caller).and("x.id < ?", page.after().map(Cursor::id));
        return exports.newest(criteria, page.limitAndOne());
    }

    /** One, if the caller may see it. */
    public Optional<ExportStore.Export> find(UUID id) {
        var criteria = Criteria.of("x")
                .within("g.path", caller.pathsFor(Permission.LEDGER_READ))
                .and("x.id = ?", id);
        return exports.newest(criteria, 1).stream().findFirst();
    }

    /** Each account that moved in the period, by the books' own sums of days, beside what of it has left. */
    public List<Compared> compare(Asked asked) {
        var booked = days(asked, "d");
        var exported = days(asked, "e")
                .and("exists (select from exported_entry o where o.tenant_id = e.tenant_id and o.entry_id = e.id)")
                .and("p.currency = ?", asked.currency().getCurrencyCode());
        booked.and("d.currency = ?", asked.currency().getCurrencyCode());
        var params = new ArrayList<@Nullable Object>();
        params.addAll(Arrays.asList(booked.params()));
        params.addAll(Arrays.asList(exported.params(MOST_ACCOUNTS)));
        return sql.query(
                "select b.account, b.debit, b.credit, coalesce(x.debit, 0) as out_debit, coalesce(x.credit, 0) as out_credit "
                        + "from (select d.account, sum(d.debit) as debit, sum(d.credit) as credit from account_day d "
                        + "join group_node g on g.tenant_id = d.tenant_id and g.id = d.seller_group_id where "
                        + booked.where() + " group by 1) b left join (select p.account, "
                        + "sum(p.amount) filter (where p.side = 0) as debit, sum(p.amount) filter (where p.side = 1) as credit "
                        + "from ledger_entry e join group_node g on g.tenant_id = e.tenant_id and g.id = e.seller_group_id "
                        + "join posting p on p.tenant_id = e.tenant_id and p.entry_id = e.id where " + exported.where()
                        + " group by 1) x on x.account = b.account order by b.account limit ?",
                row -> Compared.of(account(row, asked.currency())),
                params.toArray());
    }

    private Criteria days(Asked asked, String alias) {
        return asked.scope()
                .criteria(alias, caller)
                .and(alias + ".booked_on >= ?", asked.period().firstDay())
                .and(alias + ".booked_on <= ?", asked.period().lastDay());
    }

    private static ExportedAccount account(Row row, Currency currency) {
        return new ExportedAccount(
                row.integer("account"),
                sides(row, "debit", "credit", currency),
                sides(row, "out_debit", "out_credit", currency));
    }

    private static ExportedAccount.Sides sides(Row row, String debit, String credit, Currency currency) {
        return new ExportedAccount.Sides(
                new Money(row.bigint(debit), currency), new Money(row.bigint(credit), currency));
    }
}

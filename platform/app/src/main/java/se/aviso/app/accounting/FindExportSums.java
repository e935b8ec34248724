package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.ExportedAccount.Sides;
import se.aviso.accounting.KeptTotals;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.Money;

/** Shows a caller what the kept vouchers of an export come to, account by account and month by month. */
@ApplicationScoped
@Transactional
public class FindExportSums {
    /** Fifteen years of months on some accounts each. */
    static final int MOST = 2_000;

    /** The subledger's postings of the export's entries beside the rows of its kept vouchers, and the sums of all. */
    private static final String SUMS = """
            with booked as (
                select date_trunc('month', e.booked_on::timestamp)::date as month, p.account,
                    coalesce(sum(p.amount) filter (where p.side = 0), 0) as debit,
                    coalesce(sum(p.amount) filter (where p.side = 1), 0) as credit
                from exported_entry o
                join ledger_entry e on e.tenant_id = o.tenant_id and e.id = o.entry_id
                join posting p on p.tenant_id = o.tenant_id and p.entry_id = o.entry_id
                where o.tenant_id = ? and o.export_id = ? group by 1, 2),
            written as (
                select date_trunc('month', v.day::timestamp)::date as month, (r ->> 'account')::integer as account,
                    sum(greatest((r ->> 'amount')::bigint, 0)) as debit, sum(greatest(-(r ->> 'amount')::bigint, 0)) as credit
                from exported_voucher v cross join lateral jsonb_array_elements(v.rows) r
                where v.tenant_id = ? and v.export_id = ? group by 1, 2),
            both_sides as (
                select coalesce(b.month, w.month) as month, coalesce(b.account, w.account) as account,
                    coalesce(b.debit, 0) as booked_debit, coalesce(b.credit, 0) as booked_credit,
                    coalesce(w.debit, 0) as debit, coalesce(w.credit, 0) as credit
                from booked b full join written w on w.month = b.month and w.account = b.account)
            select s.*, count(*) over () as places, sum(booked_debit) over () as all_booked_debit,
                sum(booked_credit) over () as all_booked_credit, sum(debit) over () as all_debit,
                sum(credit) over () as all_credit, x.rules is not null as ruled,
                (select coalesce(sum(v.posted), 0) from exported_voucher v
                    where v.tenant_id = x.tenant_id and v.export_id = x.id) as posted
            from both_sides s cross join accounting_export x
            where x.tenant_id = ? and x.id = ? order by s.month, s.account limit ?
            """;

    @Inject
    FindAccountingExports exports;

    @Inject
    Sql sql;

    /** An account in a month: what was booked on it, and what stands in the files. */
    public record Sum(
            String month, int account, String bookedDebit, String bookedCredit, String debit, String credit) {}

    /**
     * All of an export, in the form of the REST API.
     *
     * @param posted what the vouchers say was posted, on one side
     * @param difference what was booked and stands in no voucher: nothing, or something is wrong
     * @param moved what rules moved besides
     * @param leftOut accounts of months that are not told; the sums hold them
     */
    public record Sums(
            ExportStore.State state,
            String currency,
            String bookedDebit,
            String bookedCredit,
            String debit,
            String credit,
            String posted,
            String difference,
            String moved,
            boolean agrees,
            long leftOut,
            List<Sum> items) {}

    private record Told(KeptTotals totals, long places) {}

    /** Of an export that the caller may see; while it is being decided, of what is decided. */
    public Optional<Sums> of(UUID id) {
        return exports.find(id).flatMap(this::sums);
    }

    /** Of one that the caller has been let see. */
    Optional<Sums> sums(ExportStore.Export export) {
        var currency = Currency.getInstance(export.currency());
        var told = new ArrayList<Told>();
        var tenant = Tenancy.required();
        var items = sql.query(
                SUMS,
                row -> {
                    told.add(new Told(totals(row, currency), row.bigint("places")));
                    return sum(row, currency);
                },
                tenant,
                export.id(),
                tenant,
                export.id(),
                tenant,
                export.id(),
                MOST);
        return told.stream().findFirst().map(all -> sums(export, all, items));
    }

    private static Sums sums(ExportStore.Export export, Told told, List<Sum> items) {
        var totals = told.totals();
        return new Sums(
                export.state(),
                export.currency(),
                totals.booked().debit().toDecimal(),
                totals.booked().credit().toDecimal(),
                totals.written().debit().toDecimal(),
                totals.written().credit().toDecimal(),
                totals.posted().toDecimal(),
                totals.difference().toDecimal(),
                totals.moved().toDecimal(),
                totals.agrees(),
                told.places() - items.size(),
                items);
    }

    private static KeptTotals totals(Row row, Currency currency) {
        return new KeptTotals(
                sides(row, "all_booked_debit", "all_booked_credit", currency),
                money(row, "posted", currency),
                sides(row, "all_debit", "all_credit", currency),
                row.flag("ruled"));
    }

    private static Sum sum(Row row, Currency currency) {
        return new Sum(
                YearMonth.from(row.day("month")).toString(),
                row.integer("account"),
                money(row, "booked_debit", currency).toDecimal(),
                money(row, "booked_credit", currency).toDecimal(),
                money(row, "debit", currency).toDecimal(),
                money(row, "credit", currency).toDecimal());
    }

    private static Sides sides(Row row, String debit, String credit, Currency currency) {
        return new Sides(money(row, debit, currency), money(row, credit, currency));
    }

    private static Money money(Row row, String column, Currency currency) {
        return new Money(row.bigint(column), currency);
    }
}

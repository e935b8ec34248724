package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;

/** In which years the vouchers of an export stand: kept when the last of them is, so that nobody has to count. */
@ApplicationScoped
@Transactional
public class KeptYears {
    private static final String YEARS = """
            insert into exported_year (tenant_id, export_id, year, vouchers, turnover)
            select v.tenant_id, v.export_id, extract(year from v.day)::integer, count(*), sum(s.debit)
            from exported_voucher v
            cross join lateral (select coalesce(sum(greatest((r ->> 'amount')::bigint, 0)), 0) as debit
                from jsonb_array_elements(v.rows) r) s
            where v.tenant_id = ? and v.export_id = ? group by 1, 2, 3
            on conflict do nothing
            """;

    @Inject
    Sql sql;

    /** A year, with how many vouchers stand in it and the öre of their debits. */
    record Kept(int year, long vouchers, long turnover) {}

    /** Counts the vouchers of an export of which all are kept. */
    void add(UUID export) {
        sql.update(YEARS, Tenancy.required(), export);
    }

    /** Those of a decided export, in their order. */
    List<Kept> of(UUID export) {
        return sql.query(
                "select * from exported_year where tenant_id = ? and export_id = ? order by year",
                row -> new Kept(row.integer("year"), row.bigint("vouchers"), row.bigint("turnover")),
                Tenancy.required(),
                export);
    }
}

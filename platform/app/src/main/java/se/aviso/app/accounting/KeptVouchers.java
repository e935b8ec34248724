package se.aviso.app.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.Json;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/** The vouchers of exports as they were decided: kept once, chunk by chunk, and told ever after. */
@ApplicationScoped
@Transactional
public class KeptVouchers {
    static final int PART = 1_000;

    private static final String LOCK = "accounting-kept";
    private static final TypeReference<List<KeptRow>> ROWS = new TypeReference<>() {};

    @Inject
    Sql sql;

    @Inject
    TenantStore tenants;

    /** A row as it is kept; the currency is the export's. */
    record KeptRow(int account, long amount, List<VoucherRow.Dimension> dimensions, String text) {
        static KeptRow of(VoucherRow row) {
            return new KeptRow(row.account(), row.amount().minorUnits(), row.dimensions(), row.text());
        }

        VoucherRow row(Currency currency) {
            return new VoucherRow(account, new Money(amount, currency), dimensions, text);
        }
    }

    /**
     * A kept voucher.
     *
     * @param posted the sum of the entry's debits; nothing of what rules moved to a later day
     */
    record Kept(UUID entry, Money posted, Voucher voucher) {
        Place place() {
            return new Place(entry, voucher.day());
        }
    }

    /** Where a voucher stands in its export. */
    record Place(UUID entry, LocalDate day) {}

    /** True when all of its vouchers are kept. */
    boolean isDecided(UUID export) {
        return sql.one(
                        "select export_id from decided_export where tenant_id = ? and export_id = ?",
                        row -> row.uuid("export_id"),
                        Tenancy.required(),
                        export)
                .isPresent();
    }

    /** The last entry of which the vouchers are kept. */
    Optional<UUID> last(UUID export) {
        return sql.one(
                "select entry_id from exported_voucher where tenant_id = ? and export_id = ? order by entry_id desc limit 1",
                row -> row.uuid("entry_id"),
                Tenancy.required(),
                export);
    }

    /** Keeps the chunk behind that entry, unless somebody was quicker: what is kept stays. */
    void keep(UUID export, Optional<UUID> after, List<Kept> chunk) {
        tenants.lock(Tenancy.required(), LOCK);
        if (!last(export).equals(after)) {
            return;
        }
        sql.update(
                "insert into exported_voucher (tenant_id, export_id, entry_id, day, id, text, posted, rows) "
                        + "select ?, ?, c.entry_id, c.day, c.id, c.text, c.posted, c.rows::jsonb "
                        + "from unnest(?::uuid[], ?::date[], ?::uuid[], ?::text[], ?::bigint[], ?::text[]) "
                        + "as c (entry_id, day, id, text, posted, rows)",
                Tenancy.required(),
                export,
                Sql.uuids(chunk, Kept::entry),
                Sql.dates(chunk, kept -> kept.voucher().day()),
                Sql.uuids(chunk, kept -> kept.voucher().id()),
                Sql.texts(chunk, kept -> kept.voucher().text()),
                Sql.bigints(chunk, kept -> kept.posted().minorUnits()),
                Sql.texts(chunk, KeptVouchers::rows));
    }

    /** What is told: all of an export, or what of it stands on some days. */
    record Asked(UUID export, Currency currency, Optional<DayRange> days) {}

    /** The next part behind a place, in the order of the entries and days; shorter than {@link #PART} at the end. */
    List<Kept> part(Asked asked, Optional<Place> after) {
        return sql.query(
                "select * from exported_voucher where tenant_id = ? and export_id = ? and (entry_id, day) > "
                        + "(coalesce(?::uuid, '00000000-0000-0000-0000-000000000000'), coalesce(?::date, '-infinity')) "
                        + "and day between coalesce(?::date, '-infinity') and coalesce(?::date, 'infinity') order by entry_id, day limit ?",
                row -> kept(row, asked.currency()),
                Tenancy.required(),
                asked.export(),
                after.map(Place::entry),
                after.map(Place::day),
                asked.days().map(DayRange::firstDay),
                asked.days().map(DayRange::lastDay),
                PART);
    }

    private static String rows(Kept kept) {
        return Json.write(kept.voucher().rows().stream().map(KeptRow::of).toList());
    }

    private static Kept kept(Row row, Currency currency) {
        var rows = Json.read(row.text("rows"), ROWS).stream()
                .map(each -> each.row(currency))
                .toList();
        var voucher = new Voucher(row.uuid("id"), row.day("day"), row.text("text"), rows);
        return new Kept(row.uuid("entry_id"), new Money(row.bigint("posted"), currency), voucher);
    }
}

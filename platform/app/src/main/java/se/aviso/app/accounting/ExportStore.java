package se.aviso.app.accounting;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.ExportPeriod;
import se.aviso.accounting.Hindrance;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/** Which entries have left for the general ledger, and with which export. */
@ApplicationScoped
public class ExportStore {
    private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};
    private static final TypeReference<List<KeptYears.Kept>> YEARS = new TypeReference<>() {};

    /** The entries of a seller's days that have not left yet, whole ones in that currency alone. */
    static final String LEAVING = "from ledger_entry e where e.tenant_id = ? and e.seller_group_id = ? "
            + "and e.booked_on >= ? and e.booked_on <= ? and not exists (select from exported_entry o "
            + "where o.tenant_id = e.tenant_id and o.entry_id = e.id) and not exists (select from posting q "
            + "where q.tenant_id = e.tenant_id and q.entry_id = e.id and q.currency <> ?)";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** The seller as it stands in the file. */
    record Seller(GroupId id, String name, String organisationNumber) {}

    /**
     * What is taken out: of whom, which days, in which currency; on which day of the tenant, and by whom.
     *
     * @param rules those by which it is written, where the seller has some
     */
    record Wish(
            Seller seller,
            ExportPeriod period,
            String currency,
            LocalDate madeOn,
            String madeBy,
            Optional<ExportRules.Held> rules) {}

    /** How far an export is. */
    public enum State {
        /** The rules are asked, chunk by chunk, how its vouchers stand in the general ledger. */
        DECIDING,
        /** All is kept, and the file stays the same. */
        DECIDED
    }

    /** An export, in the form of the REST API. */
    public record Export(
            UUID id,
            UUID sellerGroupId,
            String sellerName,
            String organisationNumber,
            int number,
            String currency,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate madeOn,
            Instant madeAt,
            String madeBy,
            long vouchers,
            String turnover,
            State state,
            Optional<Trouble> trouble,
            List<Year> years) {}

    /**
     * A year in which vouchers of a decided export stand.
     *
     * @param turnover the sum of their debit side
     */
    public record Year(int year, long vouchers, String turnover) {
        static Year of(KeptYears.Kept kept, Currency currency) {
            return new Year(kept.year(), kept.vouchers(), new Money(kept.turnover(), currency).toDecimal());
        }
    }

    /**
     * Why it could not be decided when it was last tried.
     *
     * @param tries so many in a row
     * @param againAt when it is tried again; whoever fetches the file tries at once
     */
    public record Trouble(Hindrance hindrance, int tries, Instant triedAt, Instant againAt) {}

    /**
     * Takes up what has not left yet, whole entries in that currency alone; answers none where there is nothing. What
     * others are booking meanwhile leaves with the next export.
     */
    Optional<UUID> add(Wish wish) {
        var id = Ids.next();
        var taken = sql.update(
                "insert into exported_entry (tenant_id, entry_id, export_id) select e.tenant_id, e.id, ? " + LEAVING,
                id,
                Tenancy.required(),
                wish.seller().id().value(),
                wish.period().firstDay(),
                wish.period().lastDay(),
                wish.currency());
        if (taken == 0) {
            return Optional.empty();
        }
        addHead(id, wish, taken);
        return Optional.of(id);
    }

    private void addHead(UUID id, Wish wish, int vouchers) {
        var seller = wish.seller();
        sql.update(
                "insert into accounting_export (tenant_id, id, seller_group_id, number, seller_name, organisation_number, "
                        + "currency, first_day, last_day, made_on, made_at, made_by, vouchers, rules, rule_settings, turnover) "
                        + "select ?, ?, ?, (select coalesce(max(x.number), 0) + 1 from accounting_export x "
                        + "where x.tenant_id = ? and x.seller_group_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, "
                        + "(select coalesce(sum(p.amount), 0) from exported_entry o join posting p "
                        + "on p.tenant_id = o.tenant_id and p.entry_id = o.entry_id and p.side = 0 "
                        + "where o.tenant_id = ? and o.export_id = ?)",
                Tenancy.required(),
                id,
                seller.id().value(),
                Tenancy.required(),
                seller.id().value(),
                seller.name(),
                seller.organisationNumber(),
                wish.currency(),
                wish.period().firstDay(),
                wish.period().lastDay(),
                wish.madeOn(),
                clock.instant(),
                wish.madeBy(),
                vouchers,
                wish.rules().map(ExportRules.Held::name),
                Json.write(wish.rules().map(ExportRules.Held::settings).orElse(Map.of())),
                Tenancy.required(),
                id);
    }

    /** The newest that meet the criteria of {@code x}, its seller joined as {@code g}. */
    List<Export> newest(Criteria criteria, int most) {
        return sql.query(
                "select x.*, exists (select from decided_export d where d.tenant_id = x.tenant_id and d.export_id = x.id) "
                        + "as decided, (select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'vouchers', y.vouchers, "
                        + "'turnover', y.turnover) order by y.year), '[]') from exported_year y where y.tenant_id = x.tenant_id "
                        + "and y.export_id = x.id) as years, t.hindrance, t.tries, t.tried_at, t.again_at from accounting_export x "
                        + "left join export_trouble t on t.tenant_id = x.tenant_id and t.export_id = x.id join group_node g on g.tenant_id = x.tenant_id "
                        + "and g.id = x.seller_group_id where " + criteria.where() + " order by x.id desc limit ?",
                ExportStore::export,
                criteria.params(most));
    }

    /** By whose rules an export is written, and with which settings, where it was made with some. */
    Optional<ExportRules.Held> rules(UUID export) {
        return sql.one(
                "select rules, rule_settings from accounting_export where tenant_id = ? and id = ? and rules is not null",
                row -> new ExportRules.Held(row.text("rules"), Json.read(row.text("rule_settings"), NAMED)),
                Tenancy.required(),
                export);
    }

    private static Export export(Row row) {
        return new Export(
                row.uuid("id"),
                row.uuid("seller_group_id"),
                row.text("seller_name"),
                row.text("organisation_number"),
                row.integer("number"),
                row.text("currency"),
                row.day("first_day"),
                row.day("last_day"),
                row.day("made_on"),
                row.instant("made_at"),
                row.text("made_by"),
                row.bigint("vouchers"),
                row.money("turnover", "currency").toDecimal(),
                row.flag("decided") ? State.DECIDED : State.DECIDING,
                trouble(row),
                years(row));
    }

    private static List<Year> years(Row row) {
        var currency = Currency.getInstance(row.text("currency"));
        return Json.read(row.text("years"), YEARS).stream()
                .map(kept -> Year.of(kept, currency))
                .toList();
    }

    private static Optional<Trouble> trouble(Row row) {
        return row.optionalInteger("tries")
                .filter(tries -> !row.flag("decided"))
                .map(tries -> new Trouble(
                        row.code("hindrance", Hindrance.class),
                        tries,
                        row.instant("tried_at"),
                        row.instant("again_at")));
    }
}

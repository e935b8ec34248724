package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Side;
import se.aviso.app.plugin.TrialScope;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.Voucher;
import se.aviso.spi.accounting.VoucherRow;

/** The vouchers of an export, part by part in the order of their entries; who may have it was asked before. */
@ApplicationScoped
@Transactional
public class TellVouchers {
    static final int PART = 1_000;

    private static final String HEAD =
            "select e.id, e.kind, e.booked_on, (select min(i.number) from posting p join invoice i "
                    + "on i.tenant_id = p.tenant_id and i.id = p.invoice_id where p.tenant_id = e.tenant_id "
                    + "and p.entry_id = e.id having count(distinct i.id) = 1) as number ";

    private static final String OF_SELLERS =
            "from ledger_entry e join group_node g on g.tenant_id = e.tenant_id and g.id = e.seller_group_id where ";

    /** What an account is for that has no other role. */
    private static final String REVENUE = "REVENUE";

    /** The language of the customer's general ledger; a file must not change with who fetches it. */
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Inject
    Sql sql;

    @Inject
    LedgerStore ledger;

    @Inject
    PostedFacts facts;

    @Inject
    ExportStore exports;

    @Inject
    BusinessDate businessDate;

    private record Head(UUID id, Voucher voucher) {}

    /** The next part behind an entry; shorter than {@link #PART} at the end. */
    List<Voucher> part(UUID export, Optional<UUID> after) {
        var heads = sql.query(
                HEAD + "from exported_entry o join ledger_entry e on e.tenant_id = o.tenant_id and e.id = o.entry_id "
                        + "where o.tenant_id = ? and o.export_id = ? and o.entry_id > coalesce(?::uuid, "
                        + "'00000000-0000-0000-0000-000000000000') order by o.entry_id limit ?",
                TellVouchers::head,
                Tenancy.required(),
                export,
                after,
                PART);
        return filled(heads);
    }

    /** The first part of what would leave; it is kept nowhere that it does. */
    List<Voucher> leaving(MakeAccountingExport.Wanted wanted) {
        return filled(sql.query(
                HEAD + ExportStore.LEAVING + " order by e.id limit ?",
                TellVouchers::head,
                Tenancy.required(),
                wanted.seller(),
                wanted.period().firstDay(),
                wanted.period().lastDay(),
                wanted.currency().getCurrencyCode(),
                PART));
    }

    /** The days since the last month began. */
    DayRange trialDays() {
        var today = businessDate.today();
        return new DayRange(today.minusMonths(1).withDayOfMonth(1), today);
    }

    /** How many entries sellers among those groups have on those days. */
    long count(TrialScope scope, DayRange days) {
        var criteria = booked(scope, days);
        return sql.one(
                        "select count(*) as entries " + OF_SELLERS + criteria.where(),
                        row -> row.bigint("entries"),
                        criteria.params())
                .orElse(0L);
    }

    /** The newest of them before an entry, no more than a part. */
    List<Voucher> newest(TrialScope scope, DayRange days, Optional<UUID> before) {
        var criteria = booked(scope, days).and("e.id < ?", before);
        return filled(sql.query(
                HEAD + OF_SELLERS + criteria.where() + " order by e.id desc limit ?",
                TellVouchers::head,
                criteria.params(PART)));
    }

    private static Criteria booked(TrialScope scope, DayRange days) {
        return scope.on(Criteria.of("e"), "g.path").and("e.booked_on between ? and ?", days.firstDay(), days.lastDay());
    }

    /** By whose rules the export is written, where it was made with some. */
    Optional<ExportRules.Held> rules(UUID export) {
        return exports.rules(export);
    }

    /**
     * What rules are told of each voucher's postings, in the order of the vouchers; nothing of one that stays as it was
     * posted.
     */
    List<List<PostedPart>> parts(List<Voucher> vouchers) {
        var roles = ledger.chart().roles();
        var known = facts.of(vouchers.stream().map(Voucher::id).toList());
        return vouchers.stream().map(voucher -> parts(voucher, known, roles)).toList();
    }

    private static List<PostedPart> parts(Voucher voucher, PostedFacts.Known known, Map<Integer, AccountRole> roles) {
        var entry = known.entry(voucher.id());
        if (entry.asPosted()) {
            return List.of();
        }
        var parts = new ArrayList<PostedPart>();
        for (var position = 0; position < voucher.rows().size(); position++) {
            var row = voucher.rows().get(position);
            var role = Optional.ofNullable(roles.get(row.account()))
                    .map(Enum::name)
                    .orElse(REVENUE);
            var whole = new PostedPart(
                    voucher.id(),
                    voucher.day(),
                    entry.kind().name(),
                    role,
                    row.account(),
                    row.amount(),
                    entry.origin());
            parts.addAll(known.of(voucher.id(), position).parts(whole));
        }
        return parts;
    }

    private List<Voucher> filled(List<Head> heads) {
        var rows = new LinkedHashMap<UUID, List<VoucherRow>>();
        sql.query(
                "select * from posting where tenant_id = ? and entry_id = any(?) order by entry_id, position",
                row -> rows.computeIfAbsent(row.uuid("entry_id"), id -> new ArrayList<>())
                        .add(posting(row)),
                Tenancy.required(),
                Sql.uuids(heads.stream().map(Head::id).toList()));
        return heads.stream()
                .map(Head::voucher)
                .map(head -> new Voucher(head.id(), head.day(), head.text(), rows.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Head head(Row row) {
        var id = row.uuid("id");
        var kind = Texts.text(
                "accounting.EntryKind." + row.code("kind", EntryKind.class).name(), SWEDISH);
        var text =
                row.optionalBigint("number").map(number -> kind + " " + number).orElse(kind);
        return new Head(id, new Voucher(id, row.day("booked_on"), text, List.of()));
    }

    private static VoucherRow posting(Row row) {
        var amount = row.money("amount", "currency");
        return new VoucherRow(row.integer("account"), signed(row.code("side", Side.class), amount), List.of(), "");
    }

    private static Money signed(Side side, Money amount) {
        return side == Side.DEBIT ? amount : amount.negated();
    }
}

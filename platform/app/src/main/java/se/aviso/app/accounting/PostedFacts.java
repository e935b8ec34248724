package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.PostedLines;
import se.aviso.accounting.RulesDay;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.accounting.PostedPart.Origin;

/** What postings came of, read for many entries at once: why they were booked, whose they are, and the lines behind. */
@ApplicationScoped
class PostedFacts {
    /**
     * What is credited in part is told by the credit note's own lines. Of a line that stands below its membership the
     * line above says whose it is. The group is that of the claim: where the member stands today, after a move, is
     * nothing that was booked.
     */
    private static final String LINES = """
            select p.entry_id, p.position, p.currency, l.kind, l.product, l.vat, t.slug as type, d.first_day, d.last_day,
                g.path, l.amount - l.vat_amount - coalesce((select sum(s.amount) from invoice_share s
                    where s.tenant_id = l.tenant_id and s.invoice_id = l.invoice_id and s.position = l.position), 0) as net
            from posting p
            left join credit_note n on n.tenant_id = p.tenant_id and n.entry_id = p.entry_id and not n.whole
            join invoice_line l on l.tenant_id = p.tenant_id and l.invoice_id = coalesce(n.id, p.invoice_id)
                and l.account = p.account
            left join lateral (select b.period_id from invoice_line b where b.tenant_id = l.tenant_id
                and b.invoice_id = coalesce(n.invoice_id, l.invoice_id) and b.position < coalesce(l.credits_line, l.position)
                and b.period_id is not null order by b.position desc limit 1) above on l.period_id is null and l.kind = any(?)
            left join period d on d.tenant_id = l.tenant_id and d.id = coalesce(l.period_id, above.period_id)
            left join membership m on m.tenant_id = d.tenant_id and m.id = d.membership_id
            left join membership_type t on t.tenant_id = l.tenant_id and t.id = coalesce(l.type_id, m.type_id)
            left join invoice i on i.tenant_id = m.tenant_id and i.id = coalesce(n.invoice_id, l.invoice_id)
            left join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id
            where p.tenant_id = ? and p.entry_id = any(?) and l.amount <> 0 order by 1, 2, l.position
            """;

    private static final List<InvoiceLine.Kind> BELOW_A_MEMBERSHIP = Arrays.stream(InvoiceLine.Kind.values())
            .filter(InvoiceLine.Kind::isBelowItsMembership)
            .toList();
    private static final String ENTRIES = """
            select e.id, e.kind, e.booked_on, g.path, u.undone_on, u.bare
            from ledger_entry e join group_node g on g.tenant_id = e.tenant_id and g.id = e.seller_group_id
            cross join lateral (
                select min(c.booked_on) as undone_on, coalesce(bool_and(x.id is not null and x.rules is null), false) as bare
                from (select p.entry_id from credit_note n
                        join posting p on p.tenant_id = n.tenant_id and p.invoice_id = n.invoice_id
                        join ledger_entry i on i.tenant_id = p.tenant_id and i.id = p.entry_id and i.kind = ?
                        where n.tenant_id = e.tenant_id and n.entry_id = e.id
                    union
                    select w.entry_id from write_off w where w.tenant_id = e.tenant_id and w.reversal_id = e.id) o
                join ledger_entry c on c.tenant_id = e.tenant_id and c.id = o.entry_id
                left join exported_entry t on t.tenant_id = c.tenant_id and t.entry_id = c.id
                left join accounting_export x on x.tenant_id = t.tenant_id and x.id = t.export_id) u
            where e.tenant_id = ? and e.id = any(?)
            """;

    @Inject
    Sql sql;

    /**
     * An entry: why it was booked, the groups from the federation down to the seller, the day whose rules hold where
     * that is not its own, and whether none are asked.
     */
    record Entry(EntryKind kind, List<String> groups, Optional<LocalDate> ruledOn, boolean asPosted) {
        /** What all its postings came of, as far as no line says more. */
        Origin origin() {
            return new Origin(groups, "", "", Optional.empty(), Optional.empty(), ruledOn);
        }
    }

    /** A posting of an entry, by its place. */
    record At(UUID entry, int position) {}

    /** All that is known of some entries. */
    record Known(Map<UUID, Entry> entries, Map<At, List<PostedLines.Line>> lines) {
        Entry entry(UUID id) {
            return Optional.ofNullable(entries.get(id)).orElseThrow();
        }

        PostedLines of(UUID entry, int position) {
            return new PostedLines(lines.getOrDefault(new At(entry, position), List.of()));
        }
    }

    private record Found(At at, String path, PostedLines.Line line) {}

    private record Head(UUID id, EntryKind kind, String path, Optional<LocalDate> ruledOn, boolean asPosted) {}

    Known of(Collection<UUID> entries) {
        var heads = sql.query(
                ENTRIES, PostedFacts::head, Codes.of(EntryKind.ISSUE), Tenancy.required(), Sql.uuids(entries));
        var lines = sql.query(
                LINES, PostedFacts::found, Sql.codes(BELOW_A_MEMBERSHIP), Tenancy.required(), Sql.uuids(entries));
        var paths = new LinkedHashSet<String>();
        heads.forEach(head -> paths.add(head.path()));
        lines.forEach(line -> paths.add(line.path()));
        var slugs = slugs(paths);
        var known = new Known(new HashMap<>(), new HashMap<>());
        heads.forEach(head -> known.entries()
                .put(head.id(), new Entry(head.kind(), way(head.path(), slugs), head.ruledOn(), head.asPosted())));
        for (var found : lines) {
            var own = found.path().isEmpty() ? known.entry(found.at().entry()).groups() : way(found.path(), slugs);
            var bare = found.line().origin();
            var origin = new Origin(own, bare.membershipType(), bare.product(), bare.vat(), bare.period());
            known.lines()
                    .computeIfAbsent(found.at(), at -> new ArrayList<>())
                    .add(new PostedLines.Line(found.line().net(), origin));
        }
        return known;
    }

    private static Head head(Row row) {
        var kind = row.code("kind", EntryKind.class);
        return new Head(
                row.uuid("id"),
                kind,
                row.text("path"),
                RulesDay.elsewhere(kind, row.day("booked_on"), row.optionalDay("undone_on")),
                RulesDay.isAsPosted(kind, row.flag("bare")));
    }

    /** A line, of which the groups are filled in later. */
    private static Found found(Row row) {
        var kind = row.code("kind", InvoiceLine.Kind.class);
        var period = row.optionalDay("first_day")
                .filter(first -> kind.isForDays())
                .map(first -> new DayRange(first, row.day("last_day")));
        var origin = new Origin(
                List.of(),
                row.optionalText("type").orElse(""),
                row.text("product"),
                Optional.of(row.code("vat", VatRate.class)),
                period);
        Money net = row.money("net", "currency");
        return new Found(
                new At(row.uuid("entry_id"), row.integer("position")),
                row.optionalText("path").orElse(""),
                new PostedLines.Line(net, origin));
    }

    /** The slugs of all groups on those paths, by their own path. */
    private Map<String, String> slugs(Collection<String> paths) {
        var all = new LinkedHashSet<String>();
        paths.forEach(path -> all.addAll(above(path)));
        var slugs = new HashMap<String, String>();
        sql.query(
                "select slug, path from group_node where tenant_id = ? and path = any(?)",
                row -> slugs.put(row.text("path"), row.text("slug")),
                Tenancy.required(),
                Sql.texts(all));
        return slugs;
    }

    private static List<String> way(String path, Map<String, String> slugs) {
        return above(path).stream()
                .map(each -> slugs.getOrDefault(each, ""))
                .filter(slug -> !slug.isEmpty())
                .toList();
    }

    /** The paths of the groups above, the federation's first, and the path itself: /1/, /1/3/. */
    private static List<String> above(String path) {
        var all = new ArrayList<String>();
        for (var end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
            all.add(path.substring(0, end + 1));
        }
        return all;
    }
}

package se.aviso.app.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

/** The rows of documents as plugins have arranged them; in sets. */
@ApplicationScoped
public class SummaryStore {
    @Inject
    Sql sql;

    /** The plugin that the tenant's files name to arrange its documents. */
    Optional<String> named() {
        return sql
                .query(
                        "select summary_by from tenant where id = ?",
                        row -> row.optionalText("summary_by"),
                        Tenancy.required())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is kept of these invoices, by invoice. */
    Map<UUID, SummarisedLines> of(Collection<UUID> invoices) {
        var rows = new HashMap<UUID, List<SummarisedLines.Row>>();
        sql.query(
                "select * from invoice_summary where tenant_id = ? and invoice_id = any(?) order by invoice_id, position",
                row -> rows.computeIfAbsent(row.uuid("invoice_id"), id -> new ArrayList<>())
                        .add(read(row)),
                Tenancy.required(),
                Sql.uuids(invoices));
        var found = new HashMap<UUID, SummarisedLines>();
        rows.forEach((id, each) -> found.put(id, new SummarisedLines(id, each)));
        return found;
    }

    /** Keeps them, of invoices of which nothing is kept yet. */
    void keep(Collection<SummarisedLines> summaries) {
        var placed = new ArrayList<Placed>();
        for (var summary : summaries) {
            for (var position = 0; position < summary.rows().size(); position++) {
                placed.add(Placed.of(summary.id(), position, summary.rows().get(position)));
            }
        }
        sql.update(
                "insert into invoice_summary (tenant_id, invoice_id, position, subtotal, kind, text, note, quantity, unit, "
                        + "vat, measure) select ?, u.* from unnest(?::uuid[], ?::smallint[], ?::boolean[], ?::text[], ?::text[], "
                        + "?::text[], ?::integer[], ?::bigint[], ?::smallint[], ?::text[]) u",
                Tenancy.required(),
                Sql.uuids(placed, Placed::invoice),
                Sql.smallints(placed, Placed::position),
                Sql.booleans(placed.stream().map(Placed::subtotal).toList()),
                Sql.texts(placed, each -> each.line().kind()),
                Sql.texts(placed, each -> each.line().text()),
                Sql.texts(placed, each -> each.line().note()),
                Sql.integers(placed.stream().map(each -> each.line().quantity()).toList()),
                Sql.bigints(placed, each -> each.line().unit().minorUnits()),
                Sql.smallints(placed, each -> Codes.of(each.line().vat())),
                Sql.texts(placed, each -> each.line().measure()));
    }

    private static SummarisedLines.Row read(Row row) {
        if (row.flag("subtotal")) {
            return new SummarisedLines.Subtotal(row.text("text"), row.money("unit"));
        }
        return new SummarisedLines.LineRow(new InvoiceLines.Line(
                row.text("kind"),
                row.text("text"),
                row.text("note"),
                row.integer("quantity"),
                row.money("unit"),
                row.code("vat", VatRate.class),
                row.text("measure")));
    }

    /** A row as it is kept; of a subtotal the amount stands as the price of one. */
    private record Placed(UUID invoice, int position, boolean subtotal, InvoiceLines.Line line) {
        static Placed of(UUID invoice, int position, SummarisedLines.Row row) {
            if (row instanceof SummarisedLines.LineRow line) {
                return new Placed(invoice, position, false, line.line());
            }
            var subtotal = (SummarisedLines.Subtotal) row;
            var amount = Money.ore(subtotal.amount().minorUnits());
            var line = new InvoiceLines.Line("", subtotal.text(), "", 1, amount, VatRate.EXEMPT);
            return new Placed(invoice, position, true, line);
        }
    }
}

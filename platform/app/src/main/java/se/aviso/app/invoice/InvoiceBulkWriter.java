package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.invoice.IssueInvoices.Issued;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.invoice.Settlement;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RunId;
import se.aviso.share.Share;

/** Writes issued invoices with all that belongs to them: one statement for each table, however many invoices. */
@ApplicationScoped
public class InvoiceBulkWriter {
    /** A line says of which type the membership is that it bills: searches need not ask three tables. */
    private static final String INSERT_LINES =
            "insert into invoice_line (tenant_id, invoice_id, position, kind, text, quantity, unit, amount, vat, "
                    + "vat_amount, account, period_id, why, measure, product, exemption, type_id) "
                    + "select ?, u.*, b.type_id from unnest(?::uuid[], "
                    + "?::smallint[], ?::smallint[], ?::text[], ?::integer[], ?::bigint[], ?::bigint[], ?::smallint[], "
                    + "?::bigint[], ?::integer[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) "
                    + "u(invoice, position, kind, text, quantity, unit, amount, vat, vat_amount, account, period, why, "
                    + "measure, product, exemption) left join period p on p.tenant_id = ? and p.id = u.period "
                    + "left join membership b on b.tenant_id = p.tenant_id and b.id = p.membership_id";

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    LineWords words;

    void write(List<Issued> issued, Optional<RunId> run) {
        writeInvoices(issued, run);
        writeReferences(issued.stream()
                .filter(each -> each.order().reference().isEmpty())
                .toList());
        writeLines(issued);
        writeSettlements(of(issued, InvoiceKind.CLAIM));
        writeAnswers(of(issued, InvoiceKind.OFFER));
        writeDispatches(issued, run);
    }

    private void writeInvoices(List<Issued> issued, Optional<RunId> run) {
        sql.update(
                "insert into invoice (tenant_id, currency, run_id, created_at, id, kind, occasion, seller_group_id, number, "
                        + "giro, ocr, member_id, group_id, total, issued_on, due_on, snapshot, offer_id) "
                        + "select ?, 'SEK', ?::uuid, ?::timestamptz, u.id, u.kind, u.occasion, u.seller, u.number, u.giro, "
                        + "u.ocr, u.member, u.grp, u.total, u.issued_on, u.due_on, u.snapshot::jsonb, u.offer "
                        + "from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::uuid[], ?::bigint[], ?::text[], "
                        + "?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::date[], ?::date[], ?::text[], ?::uuid[]) "
                        + "u(id, kind, occasion, seller, number, giro, ocr, member, grp, total, issued_on, due_on, "
                        + "snapshot, offer)",
                Tenancy.required(),
                run.map(RunId::value),
                clock.instant(),
                Sql.uuids(issued, each -> each.invoice().id().value()),
                Sql.smallints(issued, each -> Codes.of(each.order().draft().kind())),
                Sql.smallints(issued, each -> Codes.of(each.order().draft().occasion())),
                Sql.uuids(issued, each -> each.order().seller().group().value()),
                Sql.bigints(issued, each -> each.invoice().numbering().number()),
                Sql.texts(issued, each -> each.order().seller().giro().key()),
                Sql.texts(issued, each -> each.invoice().numbering().ocr().digits()),
                Sql.uuids(issued, each -> each.order().buyer().member().value()),
                Sql.uuids(issued, each -> each.order().buyer().group().value()),
                Sql.bigints(issued, each -> each.invoice().total().minorUnits()),
                Sql.dates(issued.stream().map(each -> each.invoice().issuedOn()).toList()),
                Sql.dates(issued.stream()
                        .map(each -> each.order().draft().dueOn())
                        .toList()),
                Sql.texts(issued, each -> Json.write(each.order().snapshot())),
                offers(issued));
    }

    private void writeReferences(List<Issued> issued) {
        sql.update(
                "insert into ocr_reference (tenant_id, giro, ocr, invoice_id) "
                        + "select ?, u.* from unnest(?::text[], ?::text[], ?::uuid[]) u",
                Tenancy.required(),
                Sql.texts(issued, each -> each.order().seller().giro().key()),
                Sql.texts(issued, each -> each.invoice().numbering().ocr().withoutLeadingZeros()),
                Sql.uuids(issued, each -> each.invoice().id().value()));
    }

    private void writeLines(List<Issued> issued) {
        var lines = new ArrayList<Placed>();
        for (var each : issued) {
            var position = 1;
            for (var line : each.order().draft().lines()) {
                lines.add(new Placed(each.invoice().id().value(), position, line));
                position++;
            }
        }
        sql.update(
                INSERT_LINES,
                Tenancy.required(),
                Sql.uuids(lines, Placed::invoice),
                Sql.smallints(lines, Placed::position),
                Sql.smallints(lines, each -> Codes.of(each.line().what().kind())),
                Sql.texts(lines, each -> each.line().what().text()),
                Sql.integers(lines.stream().map(each -> each.line().quantity()).toList()),
                Sql.bigints(lines, each -> each.line().unit().minorUnits()),
                Sql.bigints(lines, each -> each.line().amount().minorUnits()),
                Sql.smallints(lines, each -> Codes.of(each.line().terms().vat())),
                Sql.bigints(lines, each -> each.line().vatAmount().minorUnits()),
                Sql.integers(lines.stream()
                        .map(each -> each.line().terms().account())
                        .toList()),
                periods(lines),
                Sql.texts(lines, each -> each.line().basis().why().text()),
                Sql.texts(lines, each -> each.line().what().measure()),
                Sql.texts(lines, each -> each.line().what().product()),
                exemptions(lines),
                Tenancy.required());
        words.add(lines.stream()
                .map(each -> new LineWords.Said(each.invoice(), each.line().what()))
                .toList());
        writeShares(lines);
    }

    /** What of the lines is other groups'. */
    private void writeShares(List<Placed> lines) {
        var shares = new ArrayList<PlacedShare>();
        for (var line : lines) {
            line.line().basis().shares().forEach(share -> shares.add(new PlacedShare(line, share)));
        }
        if (shares.isEmpty()) {
            return;
        }
        sql.update(
                "insert into invoice_share (tenant_id, invoice_id, position, group_id, amount) "
                        + "select ?, u.* from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::bigint[]) u",
                Tenancy.required(),
                Sql.uuids(shares, each -> each.line().invoice()),
                Sql.smallints(shares, each -> each.line().position()),
                Sql.uuids(shares, each -> each.share().group().value()),
                Sql.bigints(shares, each -> each.share().amount().minorUnits()));
    }

    private void writeSettlements(List<Issued> claims) {
        sql.update(
                "insert into settlement (tenant_id, invoice_id, claimed, status) "
                        + "select ?, u.* from unnest(?::uuid[], ?::bigint[], ?::smallint[]) u",
                Tenancy.required(),
                Sql.uuids(claims, each -> each.invoice().id().value()),
                Sql.bigints(claims, each -> each.invoice().total().minorUnits()),
                Sql.smallints(
                        claims,
                        each -> Codes.of(Settlement.open(each.invoice().total()).status())));
    }

    private void writeAnswers(List<Issued> offers) {
        sql.update(
                "insert into offer_answer (tenant_id, invoice_id) select ?, u.id from unnest(?::uuid[]) u(id)",
                Tenancy.required(),
                Sql.uuids(offers, each -> each.invoice().id().value()));
    }

    /** What a run queues waits until its hold is over; all else may leave at once. */
    private void writeDispatches(List<Issued> issued, Optional<RunId> run) {
        var sent = issued.stream()
                .filter(each -> each.order().delivery().channel().isPresent())
                .toList();
        var now = clock.instant();
        sql.update(
                "insert into dispatch (tenant_id, document, state, next_attempt_at, created_at, changed_at, run_id, id, "
                        + "invoice_id, channel) select ?, 0::smallint, 0::smallint, "
                        + "coalesce((select n.hold_until from run n where n.tenant_id = ? and n.id = ?), ?::timestamptz), "
                        + "?::timestamptz, ?::timestamptz, ?::uuid, u.* from unnest(?::uuid[], ?::uuid[], ?::smallint[]) u",
                Tenancy.required(),
                Tenancy.required(),
                run.map(RunId::value),
                now,
                now,
                now,
                run.map(RunId::value),
                Sql.uuids(sent, each -> Ids.next()),
                Sql.uuids(sent, each -> each.invoice().id().value()),
                Sql.smallints(
                        sent, each -> Codes.of(each.order().delivery().channel().orElseThrow())));
    }

    private static List<Issued> of(List<Issued> issued, InvoiceKind kind) {
        return issued.stream()
                .filter(each -> each.order().draft().kind() == kind)
                .toList();
    }

    private static SqlArray offers(List<Issued> issued) {
        var offers = new ArrayList<@Nullable UUID>();
        issued.forEach(each -> offers.add(
                each.order().delivery().offer().map(offer -> offer.id().value()).orElse(null)));
        return Sql.uuids(offers);
    }

    private static SqlArray periods(List<Placed> lines) {
        var periods = new ArrayList<@Nullable UUID>();
        lines.forEach(
                each -> periods.add(each.line().period().map(PeriodId::value).orElse(null)));
        return Sql.uuids(periods);
    }

    private static SqlArray exemptions(List<Placed> lines) {
        var reasons = new ArrayList<@Nullable String>();
        lines.forEach(each -> reasons.add(each.line().terms().exemption().orElse(null)));
        return Sql.texts(reasons);
    }

    private record Placed(UUID invoice, int position, InvoiceLine line) {}

    private record PlacedShare(Placed line, Share share) {}
}

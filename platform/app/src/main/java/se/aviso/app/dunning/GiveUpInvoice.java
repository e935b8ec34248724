package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.invoice.SettlementStore;
import se.aviso.app.share.BookShares;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dunning.WriteOff;
import se.aviso.invoice.InvoiceKind;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/**
 * Writes a bad debt off, with the charges of its reminders, and takes a write-off back when the debt is paid after all:
 * ledger entry and settlement in one transaction.
 */
@ApplicationScoped
@Transactional
public class GiveUpInvoice {
    private static final int LONGEST = 500;

    @Inject
    Sql sql;

    @Inject
    FindInvoices invoices;

    @Inject
    InvoiceStore documents;

    @Inject
    SettlementStore settlements;

    @Inject
    LedgerStore ledger;

    @Inject
    BusinessDate businessDate;

    @Inject
    BookShares shares;

    @Inject
    AuditTrail trail;

    /**
     * What is asked for.
     *
     * @param taxBack whether the loss is established, so that output VAT is taken back with it
     */
    public record Wish(String reason, boolean taxBack) {}

    /**
     * A write-off.
     *
     * @param byPolicy true of a fee that was left alone, which the tenant wants written off
     */
    public record WrittenOff(
            UUID id,
            String amount,
            String tax,
            String currency,
            String reason,
            boolean byPolicy,
            LocalDate writtenOn,
            Optional<LocalDate> takenBackOn) {}

    private record Given(UUID id, UUID invoice, Money amount, Money tax, Money shares) {}

    /** Writes off what is open of the claim and of its charges. */
    public List<WrittenOff> writeOff(UUID invoice, Wish wish) {
        var row = claim(invoice);
        var reason = wish.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw RuleViolation.at("/reason", "bad-note", Map.of());
        }
        var open = settlements.openOf(withCharges(invoice));
        if (open.isEmpty()) {
            throw RuleViolation.of(whyNothingIsOpen(invoice), Map.of());
        }
        var today = businessDate.today();
        var chart = ledger.chart();
        var total = Money.ore(0);
        for (var stored : documents.byIds(open.keySet())) {
            var left =
                    Optional.ofNullable(open.get(stored.invoice().id().value())).orElseThrow();
            var off = new WriteOff(
                    stored.invoice(),
                    left,
                    wish.taxBack(),
                    shares.toCome(stored.invoice().id()));
            var booked = LedgerStore.Booked.of(stored.seller().group(), off.entry(chart, today));
            ledger.add(List.of(booked));
            add(off, booked.id(), reason, today);
            settlements.giveUp(Map.of(stored.invoice().id().value(), left));
            total = total.plus(left);
        }
        var changes = List.of(Change.to(Field.AMOUNT, total));
        trail.record(new Deed(
                Act.INVOICE_WRITTEN_OFF,
                invoice,
                Optional.of(new GroupId(row.groupId())),
                changes,
                Optional.of(reason)));
        return of(invoice);
    }

    /** Takes the write-offs of the claim and of its charges back: they are open again, and can be paid. */
    public List<WrittenOff> takeBack(UUID invoice) {
        var row = claim(invoice);
        var ids = withCharges(invoice);
        settlements.openOf(ids);
        var standing = standing(ids);
        if (standing.isEmpty()) {
            throw RuleViolation.of("conflict-not-written-off", Map.of());
        }
        var today = businessDate.today();
        var chart = ledger.chart();
        for (var given : standing) {
            var stored = documents.byIds(List.of(given.invoice())).get(0);
            var entry = new WriteOff(
                            stored.invoice(), given.amount(), given.tax().isPositive(), given.shares())
                    .entry(chart, today);
            var booked = LedgerStore.Booked.of(stored.seller().group(), entry.reversed(today));
            ledger.add(List.of(booked));
            sql.update(
                    "update write_off set taken_back_on = ?, reversal_id = ? where tenant_id = ? and id = ?",
                    today,
                    booked.id(),
                    Tenancy.required(),
                    given.id());
            settlements.giveUp(Map.of(given.invoice(), given.amount().negated()));
        }
        trail.record(Deed.in(new GroupId(row.groupId()), Act.WRITE_OFF_TAKEN_BACK, invoice, List.of()));
        return of(invoice);
    }

    /** The write-offs of an invoice, the newest first; nothing of one that the caller does not see. */
    public List<WrittenOff> of(UUID invoice) {
        if (invoices.find(invoice).isEmpty()) {
            return List.of();
        }
        return sql.query(
                "select w.*, i.currency from write_off w join invoice i on i.tenant_id = w.tenant_id "
                        + "and i.id = w.invoice_id where w.tenant_id = ? and w.invoice_id = ? order by w.id desc limit 50",
                GiveUpInvoice::read,
                Tenancy.required(),
                invoice);
    }

    private String whyNothingIsOpen(UUID invoice) {
        return standing(withCharges(invoice)).isEmpty() ? "conflict-invoice-settled" : "conflict-written-off";
    }

    private InvoiceRow claim(UUID invoice) {
        var row = invoices.writable(invoice).orElseThrow(HttpProblem::notFound);
        if (row.kind() != InvoiceKind.CLAIM) {
            throw RuleViolation.of("write-off-no-claim", Map.of());
        }
        if (!invoices.isSoldByCaller(row)) {
            throw RuleViolation.of("write-off-other-seller", Map.of("number", row.number()));
        }
        return row;
    }

    private List<UUID> withCharges(UUID invoice) {
        var ids = new ArrayList<UUID>(List.of(invoice));
        ids.addAll(sql.query(
                "select invoice_id from dunning_charge where tenant_id = ? and principal_id = ?",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                invoice));
        return ids;
    }

    private void add(WriteOff off, UUID entry, String reason, LocalDate today) {
        sql.update(
                "insert into write_off (tenant_id, id, invoice_id, amount, tax, shares, reason, written_on, entry_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                Ids.next(),
                off.invoice().id().value(),
                off.open().minorUnits(),
                off.tax().minorUnits(),
                off.shares().minorUnits(),
                reason,
                today,
                entry);
    }

    private List<Given> standing(List<UUID> ids) {
        return sql.query(
                "select * from write_off where tenant_id = ? and invoice_id = any(?) and taken_back_on is null "
                        + "order by id for update",
                row -> new Given(
                        row.uuid("id"),
                        row.uuid("invoice_id"),
                        row.money("amount"),
                        row.money("tax"),
                        row.money("shares")),
                Tenancy.required(),
                Sql.uuids(ids));
    }

    private static WrittenOff read(Row row) {
        var currency = row.text("currency");
        return new WrittenOff(
                row.uuid("id"),
                row.money("amount", "currency").toDecimal(),
                row.money("tax", "currency").toDecimal(),
                currency,
                row.text("reason"),
                row.flag("by_policy"),
                row.day("written_on"),
                row.optionalDay("taken_back_on"));
    }
}

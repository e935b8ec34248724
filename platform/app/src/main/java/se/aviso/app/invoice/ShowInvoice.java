package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.group.BillingField;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;

/** One invoice with all that a screen tells of it, to those who may see it. */
@ApplicationScoped
@Transactional
public class ShowInvoice {
    @Inject
    FindInvoices find;

    @Inject
    InvoiceRows rows;

    @Inject
    InvoiceStore store;

    @Inject
    CreditNoteStore creditNotes;

    @Inject
    BusinessDate businessDate;

    @Inject
    Sql sql;

    /** An invoice of the caller's subtrees. */
    public Optional<InvoiceWhole> of(UUID id) {
        return find.find(id).map(this::whole);
    }

    /** An invoice of the member that the caller is. */
    public Optional<InvoiceWhole> own(UUID id) {
        return find.findOwn(id).map(this::whole);
    }

    /** An invoice that a link has opened, to whoever brought it. */
    Optional<InvoiceWhole> opened(UUID id) {
        return rows.detail(Criteria.of("i").and("i.id = ?", Optional.of(id))).map(this::whole);
    }

    /** What was sold at each rate, and the tax in it: the sum of the lines' taxes, as the ledger has it. */
    public static List<InvoiceWhole.Vat> vat(InvoiceDetail detail) {
        Map<VatRate, InvoiceWhole.Vat> byRate = new EnumMap<>(VatRate.class);
        for (var line : detail.lines()) {
            if (line.kind() == InvoiceLine.Kind.TEXT) {
                continue; // has no rate
            }
            var currency = Currency.getInstance(line.currency());
            var tax = Money.parse(line.vatAmount(), currency);
            var net = Money.parse(line.amount(), currency).minus(tax);
            byRate.merge(
                    line.vat(),
                    new InvoiceWhole.Vat(line.vat(), net, tax),
                    (a, b) -> new InvoiceWhole.Vat(
                            a.rate(), a.net().plus(b.net()), a.tax().plus(b.tax())));
        }
        return List.copyOf(byRate.values());
    }

    private InvoiceWhole whole(InvoiceDetail detail) {
        var id = detail.invoice().id();
        return new InvoiceWhole(
                detail,
                parties(id),
                receipts(id),
                reminders(id),
                answeredOn(id),
                credits(detail),
                businessDate.today());
    }

    private InvoiceWhole.Parties parties(UUID id) {
        var stored = store.byId(new InvoiceId(id)).orElseThrow();
        var snapshot = stored.snapshot();
        return new InvoiceWhole.Parties(
                snapshot.recipient().name(),
                snapshot.groupName(),
                snapshot.seller().getOrDefault(BillingField.NAME, snapshot.groupName()),
                stored.seller().giro(),
                snapshot.swish());
    }

    private InvoiceWhole.Credits credits(InvoiceDetail detail) {
        var id = detail.invoice().id();
        return switch (detail.invoice().kind()) {
            case CLAIM -> new InvoiceWhole.Credits(creditNotes.of(id), Optional.empty());
            case CREDIT_NOTE -> new InvoiceWhole.Credits(List.of(), creditNotes.issued(id));
            case OFFER -> InvoiceWhole.Credits.NONE;
        };
    }

    private Optional<LocalDate> answeredOn(UUID id) {
        return sql.one(
                        "select answered_on from offer_answer where tenant_id = ? and invoice_id = ?",
                        row -> row.optionalDay("answered_on"),
                        Tenancy.required(),
                        id)
                .flatMap(Function.identity());
    }

    private List<InvoiceWhole.Receipt> receipts(UUID id) {
        return sql.query(
                "select a.id, a.payment_id, a.amount, p.currency, p.booked_on, a.allocated_on, f.name from allocation a "
                        + "join payment p on p.tenant_id = a.tenant_id and p.id = a.payment_id "
                        + "join bank_file f on f.tenant_id = p.tenant_id and f.id = p.bank_file_id "
                        + "where a.tenant_id = ? and a.invoice_id = ? order by a.id limit 1000",
                row -> new InvoiceWhole.Receipt(
                        row.uuid("id"),
                        row.uuid("payment_id"),
                        money(row, "amount"),
                        row.day("booked_on"),
                        row.day("allocated_on"),
                        row.text("name")),
                Tenancy.required(),
                id);
    }

    private List<InvoiceWhole.Reminder> reminders(UUID id) {
        return sql.query(
                "select r.level, r.issued_on, r.open, r.recalled_on, i.currency from ("
                        + "select tenant_id, invoice_id, level, issued_on, open, recalled_on from recalled_reminder "
                        + "where tenant_id = ? and invoice_id = ? union all "
                        + "select tenant_id, invoice_id, level, issued_on, open, null from reminder "
                        + "where tenant_id = ? and invoice_id = ?) r "
                        + "join invoice i on i.tenant_id = r.tenant_id and i.id = r.invoice_id "
                        + "order by r.level, r.recalled_on nulls last",
                row -> new InvoiceWhole.Reminder(
                        row.integer("level"), row.day("issued_on"), money(row, "open"), row.optionalDay("recalled_on")),
                Tenancy.required(),
                id,
                Tenancy.required(),
                id);
    }

    private static Money money(Row row, String column) {
        return new Money(row.bigint(column), Currency.getInstance(row.text("currency")));
    }
}

package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.invoice.CreditNote;
import se.aviso.invoice.Creditable;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;

/** The credit notes of claims, read in sets. */
@ApplicationScoped
public class CreditNoteStore {
    @Inject
    InvoiceStore documents;

    @Inject
    Sql sql;

    /** A document with what was credited of it before, and whether something of it is written off. */
    record Found(InvoiceStore.Stored document, Creditable creditable, boolean writtenOff) {
        /**
         * What can be credited today.
         *
         * @throws RuleViolation while something is written off: it would be taken off the claim twice
         */
        Creditable open() {
            if (writtenOff) {
                throw RuleViolation.of("conflict-written-off", Map.of());
            }
            return creditable;
        }
    }

    /** The documents of those ids with what was credited of them; four queries. */
    List<Found> creditable(Collection<UUID> ids) {
        var earlier = new HashMap<UUID, List<CreditNote.Line>>();
        sql.query(
                "select c.invoice_id as credited, l.* from credit_note c "
                        + "join invoice_line l on l.tenant_id = c.tenant_id and l.invoice_id = c.id "
                        + "where c.tenant_id = ? and c.invoice_id = any(?) order by c.id, l.position",
                row -> earlier.computeIfAbsent(row.uuid("credited"), id -> new ArrayList<>())
                        .add(line(row)),
                Tenancy.required(),
                Sql.uuids(ids));
        var writtenOff = writtenOff(ids);
        return documents.byIds(ids).stream()
                .map(stored -> new Found(
                        stored,
                        new Creditable(
                                stored.invoice(),
                                earlier.getOrDefault(stored.invoice().id().value(), List.of())),
                        writtenOff.contains(stored.invoice().id().value())))
                .toList();
    }

    private Set<UUID> writtenOff(Collection<UUID> ids) {
        return Set.copyOf(sql.query(
                "select invoice_id from settlement where tenant_id = ? and invoice_id = any(?) and written_off > 0",
                row -> row.uuid("invoice_id"),
                Tenancy.required(),
                Sql.uuids(ids)));
    }

    /** What a credit note says of the claim that it credits, and why it was written. */
    public record About(Credited claim, String reason, List<CreditNote.Line> lines) {}

    /** The claim that a credit note credits. */
    public record Credited(UUID id, long number, LocalDate issuedOn, LocalDate dueOn, Money total) {}

    /** Of those documents that are credit notes, what they are about. */
    public Map<UUID, About> about(Collection<UUID> ids) {
        var about = new HashMap<UUID, About>();
        sql.query(
                "select c.id as note, c.invoice_id as credited, c.reason, i.number, i.issued_on, i.due_on, i.total, l.* "
                        + "from credit_note c join invoice i on i.tenant_id = c.tenant_id and i.id = c.invoice_id "
                        + "join invoice_line l on l.tenant_id = c.tenant_id and l.invoice_id = c.id "
                        + "where c.tenant_id = ? and c.id = any(?) order by c.id, l.position",
                row -> about.computeIfAbsent(row.uuid("note"), id -> about(row))
                        .lines()
                        .add(line(row)),
                Tenancy.required(),
                Sql.uuids(ids));
        return about;
    }

    /** The claim's number and day. */
    public record Claim(long number, LocalDate issuedOn) {}

    /** A credit note as a list shows it. */
    public record Issued(
            UUID id,
            long number,
            UUID invoice,
            LocalDate issuedOn,
            String reason,
            Money total,
            Money kept,
            boolean whole,
            Claim claim,
            List<CreditNote.Line> lines) {
        /** The tax in it. */
        public Money vatAmount() {
            return lines.stream()
                    .map(CreditNote.Line::vatAmount)
                    .reduce(Money::plus)
                    .orElseThrow();
        }
    }

    /** The credit notes of a claim, the oldest first. */
    public List<Issued> of(UUID claim) {
        return issued("c.invoice_id", claim);
    }

    /** One credit note. */
    Optional<Issued> issued(UUID note) {
        return issued("c.id", note).stream().findFirst();
    }

    private List<Issued> issued(String column, UUID id) {
        var found = new LinkedHashMap<UUID, Issued>();
        sql.query(
                "select c.id as note, c.invoice_id as credited, c.reason, c.whole, c.kept, i.number, i.issued_on, i.total, "
                        + "o.number as claim_number, o.issued_on as claim_issued_on, "
                        + "l.* from credit_note c join invoice i on i.tenant_id = c.tenant_id and i.id = c.id "
                        + "join invoice_line l on l.tenant_id = c.tenant_id and l.invoice_id = c.id "
                        + "join invoice o on o.tenant_id = c.tenant_id and o.id = c.invoice_id "
                        + "where c.tenant_id = ? and " + column + " = ? order by c.id, l.position limit 10000",
                row -> found.computeIfAbsent(row.uuid("note"), note -> issued(row))
                        .lines()
                        .add(line(row)),
                Tenancy.required(),
                id);
        return List.copyOf(found.values());
    }

    private static Issued issued(Row row) {
        return new Issued(
                row.uuid("note"),
                row.bigint("number"),
                row.uuid("credited"),
                row.day("issued_on"),
                row.text("reason"),
                row.money("total"),
                row.money("kept"),
                row.flag("whole"),
                new Claim(row.bigint("claim_number"), row.day("claim_issued_on")),
                new ArrayList<>());
    }

    private static About about(Row row) {
        var claim = new Credited(
                row.uuid("credited"),
                row.bigint("number"),
                row.day("issued_on"),
                row.day("due_on"),
                row.money("total"));
        return new About(claim, row.text("reason"), new ArrayList<>());
    }

    private static CreditNote.Line line(Row row) {
        return new CreditNote.Line(
                row.integer("credits_line"), InvoiceStore.line(row, Map.of()), row.money("vat_amount"));
    }
}

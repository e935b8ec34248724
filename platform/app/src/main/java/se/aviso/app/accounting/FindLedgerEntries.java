package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Side;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;

/** Shows a caller the books of the sellers of their subtrees, the newest entries first; two queries a page. */
@ApplicationScoped
@Transactional
public class FindLedgerEntries {
    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** What is looked for; all of it must hold. */
    record Wanted(
            Optional<UUID> seller,
            Optional<LocalDate> bookedFrom,
            Optional<LocalDate> bookedTo,
            Optional<UUID> invoice,
            Optional<UUID> payment) {}

    /** An entry with its postings. */
    public record EntryBody(
            UUID id, UUID sellerGroupId, EntryKind kind, LocalDate bookedOn, List<PostingBody> postings) {}

    /** A posting; the amount is positive, the side carries the sign. */
    public record PostingBody(
            int account,
            Side side,
            String amount,
            String currency,
            Optional<UUID> invoiceId,
            Optional<UUID> paymentId) {}

    public List<EntryBody> page(Wanted wanted, PageRequest page) {
        var criteria = Criteria.of("e")
                .within("g.path", caller.pathsFor(Permission.LEDGER_READ))
                .and("e.id < ?", page.after().map(Cursor::id))
                .and("e.seller_group_id = ?", wanted.seller())
                .and("e.booked_on >= ?", wanted.bookedFrom())
                .and("e.booked_on <= ?", wanted.bookedTo())
                .and(concerns("invoice_id"), wanted.invoice())
                .and(concerns("payment_id"), wanted.payment());
        var postings = new LinkedHashMap<UUID, List<PostingBody>>();
        var entries = sql.query(
                "select e.* from ledger_entry e join group_node g on g.tenant_id = e.tenant_id "
                        + "and g.id = e.seller_group_id where " + criteria.where() + " order by e.id desc limit ?",
                row -> new EntryBody(
                        row.uuid("id"),
                        row.uuid("seller_group_id"),
                        row.code("kind", EntryKind.class),
                        row.day("booked_on"),
                        postings.computeIfAbsent(row.uuid("id"), id -> new ArrayList<>())),
                criteria.params(page.limitAndOne()));
        addPostings(postings);
        return entries;
    }

    private static String concerns(String column) {
        return "e.id in (select p.entry_id from posting p where p.tenant_id = e.tenant_id and p." + column + " = ?)";
    }

    private void addPostings(Map<UUID, List<PostingBody>> postings) {
        sql.query(
                        "select * from posting where tenant_id = ? and entry_id = any(?) order by entry_id, position",
                        row -> Map.entry(row.uuid("entry_id"), posting(row)),
                        Tenancy.required(),
                        Sql.uuids(postings.keySet()))
                .forEach(found ->
                        postings.getOrDefault(found.getKey(), new ArrayList<>()).add(found.getValue()));
    }

    private static PostingBody posting(Row row) {
        var currency = row.text("currency");
        return new PostingBody(
                row.integer("account"),
                row.code("side", Side.class),
                new Money(row.bigint("amount"), Currency.getInstance(currency)).toDecimal(),
                currency,
                row.optionalUuid("invoice_id"),
                row.optionalUuid("payment_id"));
    }
}

package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Side;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.app.web.QueryParams;
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
    public record Wanted(LedgerScope scope, Booked booked, Concerning concerning) {
        /** Of query parameters. */
        static Wanted of(LedgerScope scope, QueryParams query) {
            return new Wanted(
                    scope,
                    new Booked(query.day("bookedFrom"), query.day("bookedTo"), query.constant("kind", EntryKind.class)),
                    new Concerning(
                            query.read("account", FindLedgerEntries::account),
                            query.amount("amount"),
                            query.uuid("invoiceId"),
                            query.uuid("paymentId")));
        }
    }

    /** Between which days, both included, and why. */
    public record Booked(Optional<LocalDate> from, Optional<LocalDate> to, Optional<EntryKind> kind) {}

    /** What a posting of it says; account and amount of the same one. */
    public record Concerning(
            Optional<Integer> account, Optional<Money> amount, Optional<UUID> invoice, Optional<UUID> payment) {}

    /**
     * An entry with its postings.
     *
     * @param happenedOn its true day, where that stood in closed books; else it is the day on which it is booked
     */
    public record EntryBody(
            UUID id,
            UUID sellerGroupId,
            String sellerName,
            EntryKind kind,
            LocalDate bookedOn,
            Optional<LocalDate> happenedOn,
            List<PostingBody> postings) {}

    /** A posting; the amount is positive, the side carries the sign. */
    public record PostingBody(
            int account,
            Side side,
            String amount,
            String currency,
            Optional<UUID> invoiceId,
            Optional<UUID> paymentId) {}

    /** The number of an account, as a chart has them. */
    static Optional<Integer> account(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The newest that all of it holds for. */
    public List<EntryBody> page(Wanted wanted, PageRequest page) {
        var about = wanted.concerning();
        var criteria = wanted.scope()
                .criteria("e", caller)
                .and("e.id < ?", page.after().map(Cursor::id))
                .and("e.booked_on >= ?", wanted.booked().from())
                .and("e.booked_on <= ?", wanted.booked().to())
                .and("e.kind = ?", wanted.booked().kind().map(Codes::of))
                .and(concerns("invoice_id = ?"), about.invoice())
                .and(concerns("payment_id = ?"), about.payment());
        addPosting(criteria, about.account(), about.amount().map(Money::minorUnits));
        return read(criteria, page.limitAndOne());
    }

    /** One entry, if the caller may see it. */
    public Optional<EntryBody> find(UUID id) {
        var scope = new LedgerScope(Optional.empty(), Optional.empty(), Optional.empty());
        return read(scope.criteria("e", caller).and("e.id = ?", id), 1).stream().findFirst();
    }

    private static void addPosting(Criteria criteria, Optional<Integer> account, Optional<Long> amount) {
        if (account.isPresent() && amount.isPresent()) {
            criteria.and(concerns("account = ? and p.amount = ?"), account.get(), amount.get());
        } else {
            criteria.and(concerns("account = ?"), account).and(concerns("amount = ?"), amount);
        }
    }

    private List<EntryBody> read(Criteria criteria, int most) {
        var postings = new LinkedHashMap<UUID, List<PostingBody>>();
        var entries = sql.query(
                "select e.*, g.name as seller_name from ledger_entry e join group_node g on g.tenant_id = e.tenant_id "
                        + "and g.id = e.seller_group_id where " + criteria.where() + " order by e.id desc limit ?",
                row -> new EntryBody(
                        row.uuid("id"),
                        row.uuid("seller_group_id"),
                        row.text("seller_name"),
                        row.code("kind", EntryKind.class),
                        row.day("booked_on"),
                        row.optionalDay("happened_on"),
                        postings.computeIfAbsent(row.uuid("id"), id -> new ArrayList<>())),
                criteria.params(most));
        addPostings(postings);
        return entries;
    }

    private static String concerns(String condition) {
        return "e.id in (select p.entry_id from posting p where p.tenant_id = e.tenant_id and p." + condition + ")";
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
        return new PostingBody(
                row.integer("account"),
                row.code("side", Side.class),
                row.money("amount", "currency").toDecimal(),
                row.text("currency"),
                row.optionalUuid("invoice_id"),
                row.optionalUuid("payment_id"));
    }
}

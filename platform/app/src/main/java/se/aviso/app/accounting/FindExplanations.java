package se.aviso.app.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.accounting.AccountRole;
import se.aviso.accounting.EntryKind;
import se.aviso.accounting.Explanation;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.Money;

/**
 * Why an invoice's open amount, or what is kept for a payer, is what it is: entry by entry, each with what it came of.
 * For those who may see the seller's books; for others there is nothing to explain.
 */
@ApplicationScoped
@Transactional
public class FindExplanations {
    /** Nothing comes to as many entries; if it ever did, the page would say what is missing. */
    private static final int MOST = 1_000;

    @Inject
    Sql sql;

    @Inject
    LedgerStore ledger;

    @Inject
    FindCauses causes;

    @Inject
    Caller caller;

    /** An entry's part in a balance. */
    public record Part(
            UUID entryId, EntryKind kind, LocalDate bookedOn, String amount, List<FindCauses.Cause> causes) {}

    /**
     * A balance with its parts.
     *
     * @param word the number of the invoice or the member
     * @param difference by how much the balance is more than its parts; 0.00 where they explain it to the öre
     */
    public record Explained(
            String word,
            String balance,
            String currency,
            List<Part> parts,
            String sum,
            String difference,
            boolean explained) {}

    private record Balance(String word, Money amount) {}

    private record Step(UUID entry, EntryKind kind, LocalDate bookedOn, Money amount) {}

    /** Why so much of an invoice is open. */
    public Optional<Explained> ofInvoice(UUID invoice) {
        var criteria = seen("i").and("i.id = ?", invoice);
        return sql.one(
                        "select i.number, i.currency, coalesce(s.claimed - s.received - s.credited + s.kept, 0) as balance "
                                + "from invoice i join group_node g on g.tenant_id = i.tenant_id "
                                + "and g.id = i.seller_group_id left join settlement s on s.tenant_id = i.tenant_id "
                                + "and s.invoice_id = i.id where " + criteria.where(),
                        row -> new Balance(Long.toString(row.bigint("number")), row.money("balance", "currency")),
                        criteria.params())
                .map(balance -> explained(balance, stepsOfInvoice(invoice)));
    }

    private List<Step> stepsOfInvoice(UUID invoice) {
        return sql.query(
                "select e.id, e.kind, e.booked_on, p.currency, "
                        + "sum(case p.side when 0 then p.amount else -p.amount end) as amount "
                        + "from posting p join ledger_entry e on e.tenant_id = p.tenant_id and e.id = p.entry_id "
                        + "where p.tenant_id = ? and p.invoice_id = ? and p.account = ? "
                        + "group by 1, 2, 3, 4 order by e.id limit ?",
                FindExplanations::step,
                Tenancy.required(),
                invoice,
                ledger.chart().account(AccountRole.RECEIVABLES),
                MOST);
    }

    /** Why so much is kept for a payer by a seller. */
    public Optional<Explained> ofBalance(UUID member, UUID seller, String currency) {
        var criteria = seen("b")
                .and("b.member_id = ?", member)
                .and("b.seller_group_id = ?", seller)
                .and("b.currency = ?", currency);
        return sql.one(
                        "select m.number, b.currency, b.amount as balance from credit_balance b join group_node g "
                                + "on g.tenant_id = b.tenant_id and g.id = b.seller_group_id join member m "
                                + "on m.tenant_id = b.tenant_id and m.id = b.member_id where " + criteria.where(),
                        row -> new Balance(Long.toString(row.bigint("number")), row.money("balance", "currency")),
                        criteria.params())
                .map(balance -> explained(balance, stepsOfBalance(member, seller, currency)));
    }

    private List<Step> stepsOfBalance(UUID member, UUID seller, String currency) {
        return sql.query(
                "select e.id, e.kind, e.booked_on, m.currency, m.amount from credit_movement m "
                        + "join ledger_entry e on e.tenant_id = m.tenant_id and e.id = m.entry_id "
                        + "where m.tenant_id = ? and m.member_id = ? and m.seller_group_id = ? and m.currency = ? "
                        + "order by m.id limit ?",
                FindExplanations::step,
                Tenancy.required(),
                member,
                seller,
                currency,
                MOST);
    }

    private Explained explained(Balance balance, List<Step> steps) {
        var came = causes.of(steps.stream().map(Step::entry).toList());
        var explanation = new Explanation(
                balance.amount(),
                Money.zero(balance.amount().currency()),
                steps.stream().map(Step::amount).toList());
        return new Explained(
                balance.word(),
                balance.amount().toDecimal(),
                balance.amount().currency().getCurrencyCode(),
                steps.stream()
                        .map(step -> new Part(
                                step.entry(),
                                step.kind(),
                                step.bookedOn(),
                                step.amount().toDecimal(),
                                came.getOrDefault(step.entry(), List.of())))
                        .toList(),
                explanation.sum().toDecimal(),
                explanation.missing().toDecimal(),
                explanation.isWhole());
    }

    /** True when the caller may see the books of the invoice's seller. */
    public boolean seesInvoice(UUID invoice) {
        var criteria = seen("i").and("i.id = ?", invoice);
        return !sql.query(
                        "select i.id from invoice i join group_node g on g.tenant_id = i.tenant_id "
                                + "and g.id = i.seller_group_id where " + criteria.where(),
                        row -> row.uuid("id"),
                        criteria.params())
                .isEmpty();
    }

    /** True when the caller may see the seller's books. */
    public boolean seesSeller(UUID seller) {
        var criteria = seen("g").and("g.id = ?", seller);
        return !sql.query(
                        "select g.id from group_node g where " + criteria.where(),
                        row -> row.uuid("id"),
                        criteria.params())
                .isEmpty();
    }

    private Criteria seen(String alias) {
        return Criteria.of(alias).within("g.path", caller.pathsFor(Permission.LEDGER_READ));
    }

    private static Step step(Row row) {
        return new Step(
                row.uuid("id"),
                row.code("kind", EntryKind.class),
                row.day("booked_on"),
                row.money("amount", "currency"));
    }
}

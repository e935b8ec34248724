package se.aviso.app.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;

/** What sellers of the caller's subtrees owe payers and keep for them; or what is kept for a member. */
@ApplicationScoped
@Transactional
public class FindCreditBalances {
    private static final int MOST = 50;
    private static final String SELECT = "select b.*, m.number as member_number, g.name as seller_name "
            + "from credit_balance b join member m on m.tenant_id = b.tenant_id and m.id = b.member_id "
            + "join group_node g on g.tenant_id = b.tenant_id and g.id = b.seller_group_id where ";

    @Inject
    Sql sql;

    @Inject
    Caller caller;

    /** What a seller keeps for a payer. */
    public record Balance(
            UUID memberId, String memberNumber, UUID sellerGroupId, String sellerName, String amount, String currency) {
        /** The amount as one. */
        public Money money() {
            return Money.parse(amount, Currency.getInstance(currency));
        }
    }

    /** Balances above nothing, by member. */
    public List<Balance> page(Optional<UUID> member, Optional<UUID> group, PageRequest page) {
        var roots = caller.pathsFor(Permission.PAYMENT_READ);
        var criteria = Criteria.of("b")
                .within("g.path", roots)
                .below("g.path", group, roots)
                .and("b.amount > 0")
                .and("b.member_id = ?", member);
        page.after()
                .ifPresent(
                        after -> criteria.and("(b.member_id, b.seller_group_id) > (?, ?)", after.id(), seller(after)));
        return sql.query(
                SELECT + criteria.where() + " order by b.member_id, b.seller_group_id limit ?",
                FindCreditBalances::read,
                criteria.params(page.limitAndOne()));
    }

    /** What is kept for a member by the sellers of the caller's subtrees. */
    public List<Balance> of(UUID member) {
        return page(Optional.of(member), Optional.empty(), new PageRequest(MOST, Optional.empty()));
    }

    /** What is kept for the members that the caller is. */
    public List<Balance> own() {
        var criteria = Criteria.of("b").and("b.amount > 0").and("b.member_id = any(?)", Sql.uuids(caller.memberIds()));
        return sql.query(
                SELECT + criteria.where() + " order by b.member_id, b.seller_group_id limit ?",
                FindCreditBalances::read,
                criteria.params(MOST));
    }

    /** Where the next page begins. */
    static Cursor cursor(Balance balance) {
        return new Cursor(balance.sellerGroupId().toString(), balance.memberId());
    }

    private static UUID seller(Cursor after) {
        try {
            return UUID.fromString(after.sortKey());
        } catch (IllegalArgumentException ofAnotherList) {
            throw HttpProblem.badRequest("cursor-invalid", List.of());
        }
    }

    private static Balance read(Row row) {
        var currency = row.text("currency");
        return new Balance(
                row.uuid("member_id"),
                Long.toString(row.bigint("member_number")),
                row.uuid("seller_group_id"),
                row.text("seller_name"),
                new Money(row.bigint("amount"), Currency.getInstance(currency)).toDecimal(),
                currency);
    }
}

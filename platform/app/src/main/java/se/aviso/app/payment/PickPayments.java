package se.aviso.app.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.group.GroupPaths;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Planner;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.PageRequest;
import se.aviso.kernel.Money;

/**
 * Finds the ids of a page of payments, the newest first.
 *
 * <p>As for invoices, PostgreSQL is not left to guess whether the first fifty of those that all conditions hold for lie
 * among the newest. Where conditions that an index takes alone leave some thousands, these are looked at; else some
 * thousands of the newest, and where these are not enough, all are found and sorted.
 */
@ApplicationScoped
public class PickPayments {
    private static final String WHOLE_TREE = "/";
    private static final int NEWEST = 5_000;
    private static final int FEW = 10_000;

    @Inject
    Sql sql;

    @Inject
    Planner planner;

    @Inject
    GroupPaths paths;

    @Inject
    Caller caller;

    /**
     * One id more than the page has, where there are more.
     *
     * @param within the path of a group that narrows it
     */
    List<UUID> page(PaymentFilter wanted, Optional<String> within, PageRequest page) {
        planner.forSearch();
        var criteria = narrow(wanted, within);
        var found = few(criteria, page).orElseGet(() -> many(criteria, page));
        planner.asUsual();
        return found;
    }

    /**
     * Where the conditions that an index takes alone leave some thousands: these are looked at from the newest, until
     * the page is full. Nothing where they leave more.
     */
    private Optional<List<UUID>> few(Criteria criteria, PageRequest page) {
        if (criteria.those(PickPayments::narrows).isEmpty()) {
            return Optional.empty();
        }
        var indexed = criteria.those(PickPayments::isIndexed)
                .and("p.id < ?", page.after().map(Cursor::id));
        var select = "select p.id from " + from("payment p", indexed);
        if (!ids(select + " limit 1 offset " + FEW, indexed.params()).isEmpty()) {
            return Optional.empty();
        }
        // what is booked meanwhile is the next question's
        var ids = ids(select + " limit " + FEW, indexed.params());
        return Optional.of(newestOf(ids, criteria, page));
    }

    /** Said of the payment itself, and of more than whose it is. */
    private static boolean narrows(String condition) {
        return condition.startsWith("p.") && !condition.startsWith("p.tenant_id") && isIndexed(condition);
    }

    /** Of columns that the indexes of payments have; a word would lead to all that share it, a state to most. */
    private static boolean isIndexed(String condition) {
        return !condition.contains("search_token") && !condition.contains("s.reason");
    }

    private List<UUID> newestOf(List<UUID> ids, Criteria criteria, PageRequest page) {
        var rest = criteria.those(condition -> condition.startsWith("p.tenant_id") || !isIndexed(condition))
                .and("p.id = any(?)", Sql.uuids(ids));
        return ids(
                "select p.id from " + from("payment p", rest) + " order by p.id desc limit ?",
                rest.params(page.limitAndOne()));
    }

    private List<UUID> many(Criteria criteria, PageRequest page) {
        var newest = Criteria.of("p").and("p.id < ?", page.after().map(Cursor::id));
        var along = ids(
                "select p.id from "
                        + from(
                                "(select * from payment p where " + newest.where() + " order by p.id desc limit "
                                        + NEWEST + ") p",
                                criteria)
                        + " order by p.id desc limit ?",
                newest.params(),
                criteria.params(page.limitAndOne()));
        return along.size() > page.limit() ? along : all(criteria, page);
    }

    private List<UUID> all(Criteria criteria, PageRequest page) {
        criteria.and("p.id < ?", page.after().map(Cursor::id));
        return ids(
                "with hit as materialized (select p.id from " + from("payment p", criteria)
                        + ") select id from hit order by id desc limit ?",
                criteria.params(page.limitAndOne()));
    }

    private List<UUID> ids(String query, @Nullable Object[]... params) {
        var all = new ArrayList<@Nullable Object>();
        for (var some : params) {
            all.addAll(Arrays.asList(some));
        }
        return sql.query(query, row -> row.uuid("id"), all.toArray());
    }

    /** Payments with those tables beside them that conditions name. */
    private static String from(String payments, Criteria criteria) {
        var named = criteria.where();
        return payments
                + (named.contains("g.")
                        ? " join group_node g on g.tenant_id = p.tenant_id and g.id = p.seller_group_id"
                        : "")
                + (named.contains("s.")
                        ? " join payment_state s on s.tenant_id = p.tenant_id and s.payment_id = p.id"
                        : "")
                + " where " + named;
    }

    /** Payments to the sellers of the caller's subtrees. */
    Criteria visible() {
        var criteria = Criteria.of("p");
        var roots = caller.pathsFor(Permission.PAYMENT_READ);
        if (!roots.contains(WHOLE_TREE)) {
            criteria.within("g.path", roots);
        }
        return criteria;
    }

    private Criteria narrow(PaymentFilter wanted, Optional<String> within) {
        var criteria = visible();
        within.ifPresent(path -> criteria.within("g.path", List.of(path)));
        paths.below(criteria, "g.path", wanted.belonging().group(), caller.pathsFor(Permission.PAYMENT_READ));
        wording(criteria, wanted.wording());
        wanted.state()
                .waits()
                .ifPresent(waits -> criteria.and(waits ? "s.reason <> 0" : "s.reason = 0 and p.undoing_id is null"));
        wanted.state().aside().ifPresent(aside -> criteria.and(aside ? AsideStore.ASIDE : AsideStore.IN_QUEUE));
        wanted.belonging()
                .invoice()
                .ifPresent(invoice -> criteria.and(
                        "p.id in (select a.payment_id from allocation a where a.tenant_id = ? and a.invoice_id = ?)",
                        Tenancy.required(),
                        invoice));
        return criteria.and("s.reason = ?", wanted.state().reason().map(Codes::of))
                .and("p.bank_file_id = ?", wanted.belonging().file())
                .and("p.booked_on >= ?", wanted.days().from())
                .and("p.booked_on <= ?", wanted.days().to())
                .and("p.amount >= ?", wanted.amounts().from().map(Money::minorUnits))
                .and("p.amount <= ?", wanted.amounts().to().map(Money::minorUnits));
    }

    private static void wording(Criteria criteria, PaymentFilter.Wording wanted) {
        wanted.text().ifPresent(text -> PayerWords.within(criteria, "p.id", text));
        wanted.reference().ifPresent(reference -> PaymentReferenceStore.within(criteria, "p.id", reference));
        wanted.account()
                .map(account -> account.replaceAll("\\s", ""))
                .ifPresent(account -> criteria.and("p.payer_account in (?, ?)", account, account.replace("-", "")));
    }
}

package se.aviso.app.invoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.web.PageRequest;

/**
 * The statement that picks the ids of a page.
 *
 * <p>There are two ways to find the first fifty of those that conditions hold for: to go along the order and look at
 * each until there are enough, or to find all and sort them. The first is quick where many match, and reads all
 * invoices of a tenant where few do; the second the other way round. PostgreSQL guesses, and its guess takes conditions
 * for independent, which they are not: what is unpaid is new. So we do not let it guess: we go along the order for some
 * thousands, which takes a few milliseconds. If these are not enough, as many as they had tell how far we must go;
 * where that is too far, we find all.
 */
record InvoicePick(String sql, List<@Nullable Object> params) {
    /** What the indexes of the orders have beside their keys: so far a look costs no row. */
    private static final List<String> IN_INDEX =
            List.of("tenant_id", "id", "issued_on", "due_on", "total", "kind", "occasion", "group_id");

    private static final List<String> IN_ROW = List.of("member_id", "seller_group_id", "number", "run_id", "offer_id");

    /** By each of these, few are found at once. */
    private static final List<String> LEADING =
            List.of("i.id in ", "i.id = any", "i.member_id ", "i.number ", "i.run_id ");

    private static final int ALONG_INDEX = 10_000;
    private static final int ALONG_ROWS = 3_000;

    /** So many times the first thousands are gone along before it is quicker to find all. */
    private static final int FARTHEST = 6;

    /** Along the order; empty where no index has it, or a condition leads to few by itself. */
    static Optional<InvoicePick> along(Criteria criteria, InvoiceSort sort, PageRequest page) {
        return along(criteria, sort, page, 1);
    }

    /** Along the order once more, so far that the page should fill; empty where that is too far. */
    static Optional<InvoicePick> farther(Criteria criteria, InvoiceSort sort, PageRequest page, int found) {
        var times = 1 + 2 * page.limitAndOne() / Math.max(1, found);
        return times > FARTHEST ? Optional.empty() : along(criteria, sort, page, times);
    }

    private static Optional<InvoicePick> along(Criteria criteria, InvoiceSort sort, PageRequest page, int times) {
        var where = criteria.where();
        if (!sort.isIndexed() || LEADING.stream().anyMatch(where::contains)) {
            return Optional.empty();
        }
        var beside =
                IN_ROW.stream().filter(column -> where.contains("i." + column)).toList();
        var columns = Stream.concat(IN_INDEX.stream(), beside.stream())
                .map(column -> "i." + column)
                .toList();
        var along = sort.behind(
                criteria.those(condition ->
                        condition.equals("i.tenant_id = ?") || condition.startsWith(sort.expression() + " ")),
                page.after());
        var prefix = "(select " + String.join(", ", columns) + " from invoice i where " + along.where() + " order by "
                + sort.clause() + " limit " + times * (beside.isEmpty() ? ALONG_INDEX : ALONG_ROWS) + ") i";
        var sql = "select i.tenant_id, i.id from " + from(prefix, criteria, sort.expression()) + " order by "
                + sort.clause() + " limit ?";
        return Optional.of(new InvoicePick(sql, params(along.params(), criteria.params(page.limitAndOne()))));
    }

    /** All of them, then sorted. */
    static InvoicePick all(Criteria criteria, InvoiceSort sort, PageRequest page) {
        var behind = sort.behind(criteria.those(condition -> true), page.after());
        var direction = sort.descending() ? " desc" : "";
        var sql = "with hit as materialized (select i.tenant_id, i.id, " + sort.expression() + " as sort_key from "
                + from(behind, sort.expression()) + ") select tenant_id, id from hit order by sort_key" + direction
                + ", id" + direction + " limit ?";
        return new InvoicePick(sql, params(behind.params(page.limitAndOne())));
    }

    /** Invoices with those tables beside them that conditions or order name. */
    static String from(Criteria criteria, String order) {
        return from("invoice i", criteria, order);
    }

    private static String from(String invoices, Criteria criteria, String order) {
        var named = criteria.where() + " " + order;
        return invoices
                + (named.contains("g.") ? " join group_node g on g.tenant_id = i.tenant_id and g.id = i.group_id" : "")
                + (named.contains("m.") ? " join member m on m.tenant_id = i.tenant_id and m.id = i.member_id" : "")
                + (named.contains("s.")
                        ? " left join settlement s on s.tenant_id = i.tenant_id and s.invoice_id = i.id"
                        : "")
                + " where " + criteria.where();
    }

    private static List<@Nullable Object> params(@Nullable Object[]... each) {
        var all = new ArrayList<@Nullable Object>();
        Stream.of(each).forEach(some -> all.addAll(Arrays.asList(some)));
        return all;
    }
}

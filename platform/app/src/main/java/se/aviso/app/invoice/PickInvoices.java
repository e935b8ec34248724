package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenancy.Planner;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.web.PageRequest;

/** Finds the ids of a page of invoices, in up to three ways: see {@link InvoicePick}. */
@ApplicationScoped
public class PickInvoices {
    @Inject
    Sql sql;

    @Inject
    Planner planner;

    /** One id more than the page has, where there are more, in that order. */
    List<UUID> page(Criteria criteria, InvoiceSort sort, PageRequest page) {
        planner.forSearch();
        var picked = pick(criteria, sort, page);
        planner.asUsual();
        return picked;
    }

    private List<UUID> pick(Criteria criteria, InvoiceSort sort, PageRequest page) {
        var first = InvoicePick.along(criteria, sort, page).map(this::ids);
        return first.filter(found -> isFull(found, page))
                .or(() -> first.flatMap(found -> InvoicePick.farther(criteria, sort, page, found.size()))
                        .map(this::ids)
                        .filter(found -> isFull(found, page)))
                .orElseGet(() -> ids(InvoicePick.all(criteria, sort, page)));
    }

    private static boolean isFull(List<UUID> found, PageRequest page) {
        return found.size() > page.limit();
    }

    private List<UUID> ids(InvoicePick pick) {
        return sql.query(pick.sql(), row -> row.uuid("id"), pick.params().toArray());
    }
}

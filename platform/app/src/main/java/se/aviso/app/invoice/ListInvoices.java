package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.PageRequest;

/** A list of invoices with what it amounts to: three queries, however many there are. */
@ApplicationScoped
@Transactional
public class ListInvoices {
    /** Enough to tell which condition excludes most. */
    private static final int COUNTED = 1000;

    @Inject
    InvoiceRows rows;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /**
     * A part of the list.
     *
     * @param rows one more than were asked for, where there are more
     * @param sums of the whole selection
     * @param tally of all that the caller sees
     * @param today the day on which it was asked what is overdue
     */
    record Listing(List<InvoiceListed> rows, InvoiceSums sums, InvoiceTally tally, LocalDate today) {}

    /** The invoices that all of it holds for, the newest first, in the caller's subtrees or in one within them. */
    Listing list(InvoiceFilter wanted, Optional<String> within, PageRequest page) {
        var today = businessDate.today();
        return new Listing(
                rows.page(narrowed(wanted, within, today), page),
                rows.sums(narrowed(wanted, within, today)),
                rows.tally(visible(within), today),
                today);
    }

    /** How many invoices each of the filters has, counted to a thousand. */
    List<Long> counts(List<InvoiceFilter> filters, Optional<String> within) {
        var today = businessDate.today();
        return rows.counts(
                filters.stream().map(filter -> narrowed(filter, within, today)).toList(), COUNTED);
    }

    private Criteria narrowed(InvoiceFilter wanted, Optional<String> within, LocalDate today) {
        return InvoiceCriteria.narrow(visible(within), wanted, today, caller.pathsFor(Permission.INVOICE_READ));
    }

    private Criteria visible(Optional<String> within) {
        var criteria = Criteria.of("i").within("g.path", caller.pathsFor(Permission.INVOICE_READ));
        within.ifPresent(path -> criteria.within("g.path", List.of(path)));
        return criteria;
    }
}

package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Criteria;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.PageRequest;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.Settlement;

/** A list of invoices with what it amounts to: three queries, each bounded however many there are. */
@ApplicationScoped
@Transactional
public class ListInvoices {
    /** Enough to tell which condition excludes most, and for a view's word. */
    static final int COUNTED = 1000;

    @Inject
    InvoiceRows rows;

    @Inject
    NarrowInvoices narrow;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /**
     * A part of the list.
     *
     * @param rows one more than were asked for, where there are more
     * @param sums of the whole selection
     * @param tally of all that the caller sees, each counted to {@link #COUNTED}
     * @param today the day on which it was asked what is overdue
     */
    record Listing(List<InvoiceListed> rows, InvoiceSums sums, InvoiceTally tally, LocalDate today) {}

    /** The invoices that all of it holds for, in that order, in the caller's subtrees or in one within them. */
    Listing list(InvoiceFilter wanted, InvoiceSort sort, Optional<String> within, PageRequest page) {
        var today = businessDate.today();
        return new Listing(
                rows.page(narrowed(wanted, within), sort, page),
                rows.sums(narrowed(wanted, within)),
                tally(within, today),
                today);
    }

    private InvoiceTally tally(Optional<String> within, LocalDate today) {
        var times = rows.counts(
                List.of(
                        visible(within),
                        visible(within).and("s.status <= ?", Codes.of(Settlement.Status.PARTLY_PAID)),
                        InvoiceCriteria.overdue(visible(within), today),
                        visible(within).and("i.kind = ?", Codes.of(InvoiceKind.OFFER)),
                        visible(within).and("s.status >= ?", Codes.of(Settlement.Status.SETTLED))),
                COUNTED);
        return new InvoiceTally(times.get(0), times.get(1), times.get(2), times.get(3), times.get(4));
    }

    /** How many invoices each of the filters has, counted to a thousand. */
    List<Long> counts(List<InvoiceFilter> filters, Optional<String> within) {
        return rows.counts(
                filters.stream().map(filter -> narrowed(filter, within)).toList(), COUNTED);
    }

    private Criteria narrowed(InvoiceFilter wanted, Optional<String> within) {
        return narrow.by(wanted, caller.pathsFor(Permission.INVOICE_READ), within);
    }

    private Criteria visible(Optional<String> within) {
        return InvoiceCriteria.visible(caller.pathsFor(Permission.INVOICE_READ), within);
    }
}

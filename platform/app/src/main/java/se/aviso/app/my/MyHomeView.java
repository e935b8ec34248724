package se.aviso.app.my;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceRow;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.PageRequest;
import se.aviso.invoice.Settlement;

/** A member's home: what is to be paid first, then what was. */
@Named
@RequestScoped
@Screen(path = "/my/home.xhtml", needs = Permission.OWN_READ)
public class MyHomeView {
    private static final int MOST = 50;

    @Inject
    FindInvoices find;

    private List<InvoiceRow> invoices = List.of();

    @PostConstruct
    void load() {
        invoices = find.ownPage(new PageRequest(MOST, Optional.empty()));
    }

    /** What is still to pay: open claims, and offers that nobody has answered. */
    public List<InvoiceRow> getOwed() {
        return invoices.stream().filter(MyHomeView::isOwed).toList();
    }

    /** All the rest. */
    public List<InvoiceRow> getPast() {
        return invoices.stream().filter(row -> !isOwed(row)).toList();
    }

    /** What is left to pay of one. */
    public String left(InvoiceRow row) {
        return row.open().orElse(row.total());
    }

    private static boolean isOwed(InvoiceRow row) {
        return row.settlement()
                        .filter(status -> status == Settlement.Status.OPEN || status == Settlement.Status.PARTLY_PAID)
                        .isPresent()
                || row.offer().filter(InvoiceRow.OfferState.OPEN::equals).isPresent();
    }
}

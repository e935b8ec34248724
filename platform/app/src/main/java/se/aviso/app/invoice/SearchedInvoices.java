package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import se.aviso.app.savedsearch.SearchableList;
import se.aviso.app.savedsearch.SearchedList;
import se.aviso.app.web.QueryParams;

/** The list of invoices, as one whose searches can be kept. */
@ApplicationScoped
public class SearchedInvoices implements SearchableList {
    @Override
    public SearchedList list() {
        return SearchedList.INVOICES;
    }

    @Override
    public String page() {
        return "/invoice/list.xhtml";
    }

    @Override
    public void read(QueryParams query) {
        InvoiceSort.of(query);
        InvoiceFilter.of(query);
    }
}

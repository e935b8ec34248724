package se.aviso.app.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The invoices that somebody has begun to write. */
@Named
@RequestScoped
@Screen(path = "/invoice/drafts.xhtml", needs = Permission.INVOICE_WRITE)
public class InvoiceDraftListView {
    private static final int ROWS = 50;

    @Inject
    WriteInvoice write;

    @Inject
    Address address;

    private Page<SketchStore.Listed> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        page = Page.of(
                write.page(Optional.empty(), part),
                part,
                listed -> new Cursor("", listed.sketch().id()));
    }

    /** The rows of this part of the list. */
    public List<SketchStore.Listed> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }
}

package se.aviso.app.batch;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.invoice.BatchStore;
import se.aviso.app.invoice.FindBatches;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.web.Cursor;
import se.aviso.app.web.Page;

/** The invoices to many that were written, the newest first. */
@Named
@RequestScoped
@Screen(path = "/batch/list.xhtml", needs = Permission.INVOICE_WRITE)
public class BatchListView {
    private static final int ROWS = 50;

    @Inject
    FindBatches batches;

    @Inject
    Address address;

    private Page<BatchStore.Batch> page = new Page<>(List.of(), Optional.empty());

    @PostConstruct
    void load() {
        var part = address.part(ROWS);
        page = Page.of(batches.newest(part), part, batch -> new Cursor("", batch.id()));
    }

    /** The rows of this part of the list. */
    public List<BatchStore.Batch> getRows() {
        return page.items();
    }

    /** Where the next part begins; empty at the end. */
    public String getNext() {
        return page.nextCursor().orElse("");
    }
}

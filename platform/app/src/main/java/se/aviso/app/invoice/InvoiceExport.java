package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.aviso.app.sheet.SheetFormat;
import se.aviso.app.web.Cursor;

/** Writes a selection of invoices as a file, for the API and for pages alike. */
@ApplicationScoped
public class InvoiceExport {
    @Inject
    ExportInvoices export;

    /**
     * What to write.
     *
     * @param criteria the names of what was said
     * @param within the path of a group that narrows it
     */
    record Wish(
            SheetFormat format, InvoiceFilter wanted, Set<String> criteria, Optional<String> within, Locale language) {}

    /** What is to be done before the answer begins: who may not, or asks for nonsense, gets no file. */
    void begin(Wish wish) {
        export.begin(wish.format(), wish.criteria());
    }

    /** Writes it, part by part. */
    void write(Wish wish, OutputStream out) throws IOException {
        var columns = new InvoiceColumns(wish.language());
        try (var sheet = wish.format().begin(out, columns.title(), columns.header())) {
            var after = Optional.<Cursor>empty();
            do {
                var part = export.part(wish.wanted(), wish.within(), after);
                for (var listed : part.rows()) {
                    var hidden = part.hidden().contains(listed.row().memberId());
                    sheet.row(columns.cells(listed, hidden));
                }
                after = part.next();
            } while (after.isPresent());
        }
    }
}

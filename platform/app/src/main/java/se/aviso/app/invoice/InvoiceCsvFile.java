package se.aviso.app.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.sheet.SheetFormat;

/** The list of invoices as CSV. */
@RequestScoped
@Screen(path = "/invoice/export.csv", needs = Permission.INVOICE_EXPORT)
public class InvoiceCsvFile implements Download {
    @Inject
    InvoiceFileAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(SheetFormat.CSV, request, response);
    }
}

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

/** The list of invoices as a workbook. */
@RequestScoped
@Screen(path = "/invoice/export.xlsx", needs = Permission.INVOICE_EXPORT)
public class InvoiceXlsxFile implements Download {
    @Inject
    InvoiceFileAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(SheetFormat.XLSX, request, response);
    }
}

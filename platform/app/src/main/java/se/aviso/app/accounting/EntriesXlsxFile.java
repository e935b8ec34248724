package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.sheet.SheetFormat;

/** The list of ledger entries, as XLSX. */
@RequestScoped
@Screen(path = "/accounting/entries.xlsx", needs = Permission.LEDGER_READ)
public class EntriesXlsxFile implements Download {
    @Inject
    LedgerFileAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.entries(SheetFormat.XLSX, response);
    }
}

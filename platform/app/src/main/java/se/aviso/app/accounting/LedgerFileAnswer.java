package se.aviso.app.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.sheet.SheetFormat;

/** What stands in the address of a page about the ledger, as a file. */
@RequestScoped
public class LedgerFileAnswer {
    @Inject
    LedgerExport export;

    @Inject
    LedgerAddress asked;

    @Inject
    Address address;

    @Inject
    Desk desk;

    void balances(SheetFormat format, HttpServletResponse response) throws IOException {
        var wish = new LedgerExport.Balances(asked.scope(), asked.asOf());
        if (understood(response)) {
            begin("saldon", format, response);
            export.balances(wish, format, desk.getLocale(), response.getOutputStream());
        }
    }

    void entries(SheetFormat format, HttpServletResponse response) throws IOException {
        var wanted = asked.entries();
        if (understood(response)) {
            begin("verifikationer", format, response);
            export.entries(wanted, format, desk.getLocale(), response.getOutputStream());
        }
    }

    /** A file with a criterion less than the reader believes would be worse than none. */
    private boolean understood(HttpServletResponse response) throws IOException {
        if (!address.getMisread().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        return true;
    }

    private static void begin(String name, SheetFormat format, HttpServletResponse response) {
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", LedgerExport.named(name, format));
        response.setHeader("Cache-Control", "no-store");
    }
}

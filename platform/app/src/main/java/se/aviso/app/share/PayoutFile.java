package se.aviso.app.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import se.aviso.access.Permission;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** The payouts as a file for a spreadsheet. */
@RequestScoped
@Screen(path = "/share/payouts.csv", needs = Permission.LEDGER_READ)
public class PayoutFile implements Download {
    @Inject
    PayoutCsv csv;

    @Inject
    Desk desk;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var bytes = csv.text(desk.group().map(Desk.Chosen::path)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"utbetalningar.csv\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

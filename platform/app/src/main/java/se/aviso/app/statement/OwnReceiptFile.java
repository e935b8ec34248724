package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** The receipt for one of a member's own invoices. */
@RequestScoped
@Screen(path = "/my/receipt.pdf", needs = Permission.OWN_READ)
public class OwnReceiptFile implements Download {
    @Inject
    ShowReceipt show;

    @Inject
    StatementAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.receipt(show::ownPdf, "/my/invoice.xhtml", response);
    }
}

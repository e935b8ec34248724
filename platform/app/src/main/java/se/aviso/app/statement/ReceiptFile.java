package se.aviso.app.statement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** The receipt for an invoice, for those who work with it. */
@RequestScoped
@Screen(path = "/invoice/receipt.pdf", needs = Permission.INVOICE_READ)
public class ReceiptFile implements Download {
    @Inject
    ShowReceipt show;

    @Inject
    StatementAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.receipt(show::pdf, "/invoice/detail.xhtml", response);
    }
}

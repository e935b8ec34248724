package se.aviso.app.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.app.dispatch.InvoiceDocument;
import se.aviso.app.invoice.OpenInvoice;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Secrecy;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.link.LinkKey;

/** The document of an invoice, for whoever has the link to it: of somebody protected, without the address. */
@RequestScoped
@PublicScreen(path = "/public/invoice.pdf", perMinute = 20)
public class PayDownload implements Download {
    @Inject
    OpenInvoice open;

    @Inject
    InvoiceDocument document;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Secrecy.keep(response);
        var pdf = address.text("key")
                .flatMap(LinkKey::parse)
                .flatMap(key -> Tenancy.within(
                        key.tenant(), () -> open.which(key.secret()).map(id -> document.pdf(id, any -> true))));
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"avi.pdf\"");
        response.setContentLength(pdf.get().length);
        response.getOutputStream().write(pdf.get());
    }
}

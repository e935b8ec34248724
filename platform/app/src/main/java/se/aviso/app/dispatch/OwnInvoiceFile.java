package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.NoteOpening;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.kernel.InvoiceId;

/** The document of one of a member's own invoices. */
@RequestScoped
@Screen(path = "/my/document.pdf", needs = Permission.OWN_READ)
public class OwnInvoiceFile implements Download {
    @Inject
    FindInvoices find;

    @Inject
    InvoiceDocument document;

    @Inject
    NoteOpening opening;

    @Inject
    Caller caller;

    @Inject
    Address address;

    @Inject
    PdfAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var own = address.id("id")
                .flatMap(find::findOwn)
                .map(found -> new InvoiceId(found.invoice().id()));
        own.ifPresent(id -> opening.of(id.value()));
        answer.write(own.map(id -> document.ownPdf(caller.memberIds(), id)), "avi.pdf", response);
    }
}

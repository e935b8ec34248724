package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.invoice.PriceSketches;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;
import se.aviso.app.security.Caller;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.RuleViolation;

/** An invoice's document, for those who work with it. */
@RequestScoped
@Screen(path = "/invoice/document.pdf", needs = Permission.INVOICE_READ)
public class InvoiceFile implements Download {
    @Inject
    InvoiceDocument document;

    @Inject
    PriceSketches prices;

    @Inject
    Caller caller;

    @Inject
    Address address;

    @Inject
    PdfAnswer answer;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(address.id("id").flatMap(this::pdf), "avi.pdf", response);
    }

    private Optional<byte[]> pdf(UUID id) {
        try {
            return Optional.of(prices.around(
                    id, () -> document.pdf(new InvoiceId(id), path -> caller.may(Permission.INVOICE_READ, path))));
        } catch (RuleViolation unknown) {
            return Optional.empty(); // somebody else's, or nobody's
        }
    }
}

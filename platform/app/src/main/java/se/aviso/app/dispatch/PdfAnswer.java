package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.ContentPolicy;

/** A document as the answer to a browser: shown in place, or saved when the address says so. */
@RequestScoped
public class PdfAnswer {
    @Inject
    Address address;

    @Inject
    ContentPolicy policy;

    /** Writes the document, or answers 404. */
    void write(Optional<byte[]> pdf, HttpServletResponse response) throws IOException {
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var saved = address.has("save", true);
        response.setContentType("application/pdf");
        response.setHeader("Content-Security-Policy", policy.getValue());
        response.setHeader("Content-Disposition", (saved ? "attachment" : "inline") + "; filename=\"avi.pdf\"");
        response.setContentLength(pdf.get().length);
        response.getOutputStream().write(pdf.get());
    }
}

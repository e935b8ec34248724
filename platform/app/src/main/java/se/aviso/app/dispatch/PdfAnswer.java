package se.aviso.app.dispatch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.ContentPolicy;
import se.aviso.pagewriter.Preview;

/** A document as the answer to a browser: shown in place, and saved or as a picture when the address says so. */
@RequestScoped
public class PdfAnswer {
    @Inject
    Address address;

    @Inject
    ContentPolicy policy;

    /**
     * Writes the document, or answers 404.
     *
     * @param name what the file is called
     */
    public void write(Optional<byte[]> pdf, String name, HttpServletResponse response) throws IOException {
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", policy.getValue());
        if (address.has("picture", true)) {
            write("image/png", Preview.png(pdf.get()), response);
        } else {
            var saved = address.has("save", true);
            response.setHeader(
                    "Content-Disposition", (saved ? "attachment" : "inline") + "; filename=\"" + name + "\"");
            write("application/pdf", pdf.get(), response);
        }
    }

    private static void write(String type, byte[] bytes, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

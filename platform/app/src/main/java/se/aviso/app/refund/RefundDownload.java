package se.aviso.app.refund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** A file for the bank, byte by byte. */
@RequestScoped
@Screen(path = "/refund/export.xml", needs = Permission.PAYMENT_READ)
public class RefundDownload implements Download {
    @Inject
    FindRefunds find;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var export = address.id("id").flatMap(find::export);
        if (export.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/xml");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + export.get().fileName() + "\"");
        response.getOutputStream().write(find.file(export.get().id()));
    }
}

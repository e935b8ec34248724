package se.aviso.app.signup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.tenancy.Tenancy;

/** The invoice of a sign-up as a PDF, for who has the key to it. */
@RequestScoped
@PublicScreen(path = "/public/invoice.pdf", perMinute = 20)
public class WelcomeDownload implements Download {
    @Inject
    FormDirectory forms;

    @Inject
    ShowWelcome welcomes;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        var key = address.text("key").orElse("");
        var pdf = address.text("group")
                .flatMap(forms::find)
                .flatMap(form -> Tenancy.within(form.tenant(), () -> welcomes.pdf(form.group(), key)));
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"aviso.pdf\"");
        response.setContentLength(pdf.get().length);
        response.getOutputStream().write(pdf.get());
    }
}

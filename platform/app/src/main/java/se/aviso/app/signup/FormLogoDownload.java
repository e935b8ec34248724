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

/** The logo on a group's public form. */
@RequestScoped
@PublicScreen(path = "/public/logo.png", perMinute = 120)
public class FormLogoDownload implements Download {
    @Inject
    FormDirectory forms;

    @Inject
    ShowForm show;

    @Inject
    Address address;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var picture = address.text("group")
                .flatMap(forms::find)
                .flatMap(form -> Tenancy.within(form.tenant(), () -> show.logo(form.group())));
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getOutputStream().write(picture.get());
    }
}

package se.aviso.app.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** The tenant's logo as a picture. */
@RequestScoped
@Screen(path = "/shell/logo.png", needs = Permission.SELF_READ)
public class LogoDownload implements Download {
    @Inject
    ShowLogo logo;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var picture = logo.picture();
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("image/png");
        response.setHeader("Cache-Control", "private, max-age=3600");
        response.getOutputStream().write(picture.get());
    }
}

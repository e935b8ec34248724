package se.aviso.app.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** Changes the language and shows the same page again. */
@RequestScoped
@Screen(path = "/shell/language", needs = Permission.SELF_READ)
public class LanguageChoice implements Download {
    @Inject
    Desk desk;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var wanted = request.getParameter("language");
        if ("POST".equals(request.getMethod()) && wanted != null) {
            desk.speak(wanted);
        }
        var back = request.getParameter("back");
        response.sendRedirect(back != null && back.matches("/[A-Za-z0-9].*") && !back.contains("\\") ? back : "/");
    }
}

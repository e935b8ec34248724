package se.aviso.app.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.PublicScreen;

/** Changes the language of a public page and shows it again; a link, for who has not logged in has nothing to lose. */
@RequestScoped
@PublicScreen(path = "/public/language")
public class PublicLanguageChoice implements Download {
    @Inject
    Desk desk;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.speak(Optional.ofNullable(request.getParameter("language")).orElse(""));
        var back = Optional.ofNullable(request.getParameter("back")).orElse("");
        if (back.matches("/public/[A-Za-z0-9][^\\\\]*")) {
            response.sendRedirect(back);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

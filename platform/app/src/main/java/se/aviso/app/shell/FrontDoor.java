package se.aviso.app.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.aviso.access.Permission;
import se.aviso.app.screen.Download;
import se.aviso.app.screen.Screen;

/** The root of the address: leads each user to their own home, the first page of their menu. */
@RequestScoped
@Screen(path = "/", needs = Permission.SELF_READ)
public class FrontDoor implements Download {
    @Inject
    Menu menu;

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var home = menu.getEntries().stream().findFirst();
        if (home.isPresent()) {
            response.sendRedirect(request.getContextPath() + home.get().path());
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}

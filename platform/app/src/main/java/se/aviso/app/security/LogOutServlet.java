package se.aviso.app.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Ends the session here and at the identity provider; by POST, which no other site can make a browser send.
 *
 * <p>The pressed button must be in it: a page that is left sends a POST to whatever form it has, by script, and nobody
 * who leaves an error page wants to be logged out.
 */
@WebServlet("/log-out")
public class LogOutServlet extends HttpServlet {
    @Inject
    transient LogIn logIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("leave") == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var visitor = Visitor.of(request);
        var guest = Guest.of(request);
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (visitor.isPresent()) {
            response.sendRedirect(logIn.farewell(visitor.get()).toString());
        } else {
            response.sendRedirect(guest.map(gone -> LogIn.left(gone.tenant())).orElse("/"));
        }
    }
}

package se.aviso.app.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Where the identity provider sends browsers back to; an answer that nobody waits for begins anew. */
@WebServlet("/log-in")
public class LogInServlet extends HttpServlet {
    private static final Logger LOG = System.getLogger(LogInServlet.class.getName());

    @Inject
    transient LogIn logIn;

    @Inject
    transient Attempts attempts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (attempts.refuseLogIn(request, response)) {
            return;
        }
        try {
            enter(request, response);
        } catch (IOException unreachable) {
            LOG.log(Level.ERROR, "the identity provider is not reached: {0}", unreachable.getMessage());
            Threshold.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("error") != null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var finished = logIn.finish(request);
        if (finished.isPresent()) {
            response.sendRedirect(finished.get());
        } else if (request.getParameter("code") == null) {
            var goal = Optional.ofNullable(request.getParameter("to")).map(ReturnPath::local);
            response.sendRedirect(logIn.begin(request, goal.orElse("/")).toString());
        } else if (Visitor.of(request).isPresent()) {
            response.sendRedirect("/");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN); // not back to "/": that would go round for ever
        }
    }
}

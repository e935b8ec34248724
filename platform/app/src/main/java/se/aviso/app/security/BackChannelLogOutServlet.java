package se.aviso.app.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Where the identity provider says that somebody has logged out elsewhere, or was thrown out. */
@WebServlet("/back-channel-log-out")
public class BackChannelLogOutServlet extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(BackChannelLogOutServlet.class.getName());
    private static final int TOO_MANY = 429;
    private static final int PER_MINUTE = 600;

    @Inject
    transient IdentityProvider provider;

    @Inject
    transient SessionEnds ends;

    @Inject
    transient RateLimit limit;

    @Inject
    transient CallerAddress address;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(answer(request));
    }

    private int answer(HttpServletRequest request) {
        var token = request.getParameter("logout_token");
        if (limit.secondsUntilFree(address.of(request) + " back-channel", PER_MINUTE) > 0) {
            return TOO_MANY;
        }
        try {
            var logOut = token == null ? Optional.<LogOutTokens.LogOut>empty() : provider.logOut(token);
            if (logOut.isEmpty() || !ends.end(logOut.get())) {
                LOG.log(System.Logger.Level.WARNING, "a log-out token was not believed");
                return HttpServletResponse.SC_BAD_REQUEST;
            }
            return HttpServletResponse.SC_OK;
        } catch (IOException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "a log-out token cannot be proven", unreachable);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }
}

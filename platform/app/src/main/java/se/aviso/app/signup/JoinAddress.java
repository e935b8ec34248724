package se.aviso.app.signup;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.aviso.app.security.Attempts;

/**
 * The address of a form as it stands on a poster: {@code /join/umea}, and the same in Swedish; a poster may shout it.
 */
@WebServlet({"/join/*", "/bli-medlem/*"})
public class JoinAddress extends HttpServlet {
    private static final int PER_MINUTE = 120;

    @Inject
    transient Attempts attempts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (attempts.refuse("join-address", PER_MINUTE, request, response)) {
            return;
        }
        var rest = request.getPathInfo();
        if (rest == null || rest.length() < 2) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var slug = URLEncoder.encode(rest.substring(1).toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
        response.sendRedirect(request.getContextPath() + "/public/join.xhtml?group=" + slug);
    }
}

package se.aviso.app.signup;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The address of a form as it stands on a poster: {@code /join/umea}, and the same in Swedish; a poster may shout it.
 */
@WebServlet({"/join/*", "/bli-medlem/*"})
public class JoinAddress extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var rest = request.getPathInfo();
        if (rest == null || rest.length() < 2) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var slug = URLEncoder.encode(rest.substring(1).toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
        response.sendRedirect(request.getContextPath() + "/public/join.xhtml?group=" + slug);
    }
}

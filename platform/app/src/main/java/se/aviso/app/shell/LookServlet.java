package se.aviso.app.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An accent as a style sheet, for the content policy takes no style from a page: {@code /look.css?hue=150}. */
@WebServlet("/look.css")
public class LookServlet extends HttpServlet {
    private static final int FULL_CIRCLE = 360;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var hue = request.getParameter("hue");
        if (hue == null || !hue.matches("\\d{1,3}") || Integer.parseInt(hue) > FULL_CIRCLE) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.getWriter().write(":root{--tenant-hue:" + Integer.parseInt(hue) + "}");
    }
}

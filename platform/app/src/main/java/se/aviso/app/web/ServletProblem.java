package se.aviso.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A problem as an answer of the API where the request has reached no resource. */
public final class ServletProblem {
    private ServletProblem() {}

    /** Answers with the status that stands already, the text of the code and its facts. */
    public static void answer(
            HttpServletRequest request, HttpServletResponse response, String code, Map<String, String> facts)
            throws IOException {
        var problem = new HttpProblem(response.getStatus(), code, facts);
        var texts = ProblemTexts.forHeader(request.getHeader("Accept-Language"));
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().write(Json.write(Problems.body(problem, texts)));
    }
}

package se.aviso.app.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.kernel.RuleViolation.Fault;

/** Makes answers of problems. */
final class Problems {
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json", "UTF-8");
    private static final String TYPE = "https://aviso.se/problems/";
    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final Set<Integer> NOTED = Set.of(401, 403, 413, 429);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Problems() {}

    /** One problem without places. */
    static Response answer(int status, String code, HttpHeaders headers) {
        return answer(new HttpProblem(status, code), headers);
    }

    /** A refusal of the edge. */
    static Response answer(HttpProblem problem, HttpHeaders headers) {
        var texts = ProblemTexts.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var body = body(problem, texts);
        note(problem);
        var response = Response.status(problem.status()).type(PROBLEM_JSON).entity(body);
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** What the refusal says. */
    static Problem body(HttpProblem problem, ProblemTexts texts) {
        return body(problem.status(), first(problem), problem.faults(), texts);
    }

    /** Who was kept out, or came too often, is found again by the answer's trace. */
    private static void note(HttpProblem problem) {
        if (NOTED.contains(problem.status())) {
            LOG.log(
                    Level.INFO,
                    "refused with {0} {1}, trace {2}",
                    Integer.toString(problem.status()),
                    problem.code(),
                    Trace.current().orElse("none"));
        }
    }

    /** The broken rules of a use case; the first one gives the whole its name. */
    static Response answer(List<Fault> faults, HttpHeaders headers) {
        var texts = ProblemTexts.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var main = faults.get(0);
        var status = statusOf(main.code());
        var body = body(status, main, status == NOT_FOUND ? List.of() : faults, texts);
        return Response.status(status).type(PROBLEM_JSON).entity(body).build();
    }

    /** By the code's own name: {@code not-found} is 404, {@code conflict…} is 409, a rule of the trade is 422. */
    static int statusOf(String code) {
        if (code.equals("not-found")) {
            return NOT_FOUND;
        }
        return code.startsWith("conflict") ? CONFLICT : UNPROCESSABLE;
    }

    private static Problem body(int status, Fault main, List<Fault> faults, ProblemTexts texts) {
        var places = faults.stream()
                .map(fault ->
                        new Problem.Place(fault.pointer(), fault.code(), texts.detail(fault.code(), fault.facts())))
                .toList();
        var facts = status == NOT_FOUND ? Map.<String, String>of() : main.facts();
        var trace = status == NOT_FOUND ? Optional.<String>empty() : Trace.current();
        return new Problem(
                URI.create(TYPE + main.code()),
                texts.title(main.code(), status),
                status,
                texts.detail(main.code(), facts),
                places,
                trace);
    }

    private static Fault first(HttpProblem problem) {
        return new Fault(problem.code(), "", problem.facts());
    }
}

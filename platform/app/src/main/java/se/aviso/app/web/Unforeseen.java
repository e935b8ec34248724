package se.aviso.app.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import se.aviso.app.tenancy.DatabaseAway;

/** Our own faults, and a database that is away: one line in the log with the trace id, and no reason in the answer. */
final class Unforeseen {
    private static final Logger LOG = System.getLogger(Unforeseen.class.getName());
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_SECONDS = "10";

    private Unforeseen() {}

    static Response answer(Throwable fault, HttpHeaders headers) {
        if (DatabaseAway.isReasonOf(fault)) {
            LOG.log(
                    Level.ERROR,
                    "the database is away, trace {0}: {1}",
                    Trace.current().orElse("none"),
                    fault.toString());
            var problem = new HttpProblem(UNAVAILABLE, "database-away");
            return Problems.answer(problem.withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS), headers);
        }
        LOG.log(Level.ERROR, "request failed, trace " + Trace.current().orElse("none"), fault);
        return Problems.answer(INTERNAL_ERROR, "internal-error", headers);
    }
}

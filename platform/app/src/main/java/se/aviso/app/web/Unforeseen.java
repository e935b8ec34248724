package se.aviso.app.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Our own faults: one line in the log with the trace id, and an answer that tells nothing else. */
final class Unforeseen {
    private static final Logger LOG = System.getLogger(Unforeseen.class.getName());
    private static final int INTERNAL_ERROR = 500;

    private Unforeseen() {}

    static Response answer(Throwable fault, HttpHeaders headers) {
        LOG.log(Level.ERROR, "request failed, trace " + Trace.current().orElse("none"), fault);
        return Problems.answer(INTERNAL_ERROR, "internal-error", headers);
    }
}

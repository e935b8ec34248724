package se.aviso.app.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.RuleViolation;

/** Answers everything else: looks into wrappers for what is known, and hides what is not. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
    private static final int DEPTH = 10;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        var depth = 0;
        for (@Nullable Throwable cause = thrown; cause != null && depth < DEPTH; cause = cause.getCause(), depth++) {
            if (cause instanceof RuleViolation violation) {
                return Problems.answer(violation.faults(), headers);
            }
            if (cause instanceof HttpProblem problem) {
                return Problems.answer(problem, headers);
            }
            if (cause instanceof OptimisticLockException) {
                return Problems.answer(ETags.CHANGED, "changed-meanwhile", headers);
            }
        }
        return Unforeseen.answer(thrown, headers);
    }
}

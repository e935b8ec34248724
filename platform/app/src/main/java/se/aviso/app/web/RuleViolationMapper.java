package se.aviso.app.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.aviso.kernel.RuleViolation;

/** Tells the caller which rules they broke. */
@Provider
public class RuleViolationMapper implements ExceptionMapper<RuleViolation> {
    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(RuleViolation violation) {
        return Problems.answer(violation.faults(), headers);
    }
}

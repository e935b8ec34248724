package se.aviso.app.web;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the caller why the edge refuses. */
@Provider
public class HttpProblemMapper implements ExceptionMapper<HttpProblem> {
    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(HttpProblem problem) {
        return Problems.answer(problem, headers);
    }
}

package se.aviso.app.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives what the server itself refuses (no such path, wrong method, wrong media type) the form of the API. */
@Provider
public class WebExceptionMapper implements ExceptionMapper<WebApplicationException> {
    private static final int SERVER_ERROR = 500;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        var response = refusal.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        if (response.getStatus() >= SERVER_ERROR) {
            return Unforeseen.answer(refusal, headers);
        }
        var problem = new HttpProblem(response.getStatus(), Statuses.code(response.getStatus()));
        var allow = response.getHeaderString(HttpHeaders.ALLOW);
        return Problems.answer(allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow), headers);
    }
}

package se.aviso.app.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.aviso.kernel.RuleViolation.Fault;

/** A request that the edge refuses, with the status and the code of its text; rules use {@code RuleViolation}. */
public final class HttpProblem extends RuntimeException {
    private final int status;
    private final String code;
    private final Map<String, String> facts;
    private final List<Fault> faults;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public HttpProblem(int status, String code) {
        this(status, code, Map.of());
    }

    public HttpProblem(int status, String code, Map<String, String> facts) {
        this(status, code, facts, List.of());
    }

    private HttpProblem(int status, String code, Map<String, String> facts, List<Fault> faults) {
        super(status + " " + code + " " + faults);
        this.status = status;
        this.code = code;
        this.facts = Map.copyOf(facts);
        this.faults = List.copyOf(faults);
    }

    /** What is not there, or is another tenant's: the two are never told apart. */
    public static HttpProblem notFound() {
        return new HttpProblem(404, "not-found");
    }

    /** A body that cannot be read, with every place that is wrong. */
    public static HttpProblem badRequest(String code, List<Fault> faults) {
        return new HttpProblem(400, code, Map.of(), faults);
    }

    /** Adds a header to the answer. */
    public HttpProblem withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> facts() {
        return facts;
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }
}

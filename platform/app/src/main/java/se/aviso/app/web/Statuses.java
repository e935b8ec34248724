package se.aviso.app.web;

import java.util.Map;

/** The code of what the server itself refuses, by the status that it gives. */
public final class Statuses {
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "request-malformed"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(408, "body-broken-off"),
            Map.entry(411, "length-required"),
            Map.entry(413, "too-large"),
            Map.entry(414, "address-too-long"),
            Map.entry(415, "media-type-unsupported"),
            Map.entry(429, "too-many-requests"),
            Map.entry(431, "headers-too-large"),
            Map.entry(500, "internal-error"),
            Map.entry(503, "unavailable"));

    private Statuses() {}

    /** The code of a status. */
    public static String code(int status) {
        return CODES.getOrDefault(status, "request-refused");
    }
}

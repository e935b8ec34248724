package se.aviso.pagewriter;

import java.util.Map;

/**
 * How the documents of a template came about.
 *
 * @param stamped from a compiled page
 * @param laidOut whole, by reason
 */
public record Report(long stamped, Map<Cause, Long> laidOut) {
    public Report {
        laidOut = Map.copyOf(laidOut);
    }
}

package se.aviso.pagewriter;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how the documents of a template came about. */
final class Tally {
    private final LongAdder stamped = new LongAdder();
    private final Map<Cause, LongAdder> laidOut = new ConcurrentHashMap<>();

    void stamped() {
        stamped.increment();
    }

    void laidOut(Cause cause) {
        laidOut.computeIfAbsent(cause, any -> new LongAdder()).increment();
    }

    Report report() {
        var counts = new HashMap<Cause, Long>();
        laidOut.forEach((cause, count) -> counts.put(cause, count.sum()));
        return new Report(stamped.sum(), counts);
    }
}

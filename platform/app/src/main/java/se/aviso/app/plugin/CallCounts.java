package se.aviso.app.plugin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import se.aviso.plugin.Circuit.Outcome;
import se.aviso.plugin.Percentile;

/** Counts and times of calls; whoever adds to it holds the lock of the plugin's record. */
final class CallCounts {
    /** So many of the newest calls are kept with their times. */
    private static final int NEWEST = 100;

    private static final int HALF = 50;
    private static final int MOST = 95;

    private final long[] newest = new long[NEWEST];
    private long calls;
    private long failed;
    private long hung;
    private long millis;
    private long longest;
    private Optional<Instant> lastFailure = Optional.empty();

    void add(Outcome outcome, Instant now, long took) {
        newest[(int) (calls % NEWEST)] = took;
        calls++;
        longest = Math.max(longest, took);
        switch (outcome) {
            case ANSWERED -> millis += took;
            case FAILED -> {
                millis += took;
                failed++;
            }
            case HUNG -> hung++;
        }
        if (outcome != Outcome.ANSWERED) {
            lastFailure = Optional.of(now);
        }
    }

    PluginHealth.Figures figures() {
        var cameBack = calls - hung;
        var times = Arrays.copyOf(newest, (int) Math.min(calls, NEWEST));
        return new PluginHealth.Figures(
                calls,
                failed,
                hung,
                cameBack == 0 ? 0 : millis / cameBack,
                Percentile.of(times, HALF),
                Percentile.of(times, MOST),
                longest,
                lastFailure);
    }
}

package se.aviso.app.plugin;

import java.time.Instant;
import java.util.Optional;
import se.aviso.plugin.Circuit.Outcome;

/** Counts and times of calls; whoever adds to it holds the lock of the plugin's record. */
final class CallCounts {
    private long calls;
    private long failed;
    private long hung;
    private long millis;
    private long longest;
    private Optional<Instant> lastFailure = Optional.empty();

    void add(Outcome outcome, Instant now, long took) {
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
        return new PluginHealth.Figures(
                calls, failed, hung, cameBack == 0 ? 0 : millis / cameBack, longest, lastFailure);
    }
}

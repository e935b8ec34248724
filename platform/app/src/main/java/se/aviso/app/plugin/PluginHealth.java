package se.aviso.app.plugin;

import java.time.Instant;
import java.util.Optional;
import se.aviso.plugin.Circuit;

/**
 * What has come of a plugin's calls on this node: of all tenants, and of the caller's own.
 *
 * @param underWay calls that have not come to an end, abandoned ones among them
 * @param mine of the tenant that asks; zeros where none does
 */
public record PluginHealth(Circuit.State state, int underWay, Figures all, Figures mine) {
    /** Of one that has not been called yet. */
    static final PluginHealth NEW = new PluginHealth(Circuit.State.CALLED, 0, Figures.NONE, Figures.NONE);

    /**
     * Counts and times since the node's start.
     *
     * @param hung calls that did not come back in their time, not among the failed
     * @param meanMillis of those that came back
     */
    public record Figures(
            long calls, long failed, long hung, long meanMillis, long longestMillis, Optional<Instant> lastFailure) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, Optional.empty());
    }
}

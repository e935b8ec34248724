package se.aviso.app.plugin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.aviso.plugin.Circuit;

/**
 * What has come of a plugin's calls on this node: of all tenants, and of the caller's own.
 *
 * @param state for the tenant that asks
 * @param offForAll true where so many calls hang that it is off for every tenant
 * @param underWay calls that have not come to an end, abandoned ones among them
 * @param hanging calls that were abandoned and have not come to an end, those on trial apart
 * @param mine of the tenant that asks, or of the calls that are no tenant's
 */
public record PluginHealth(
        Circuit.State state, boolean offForAll, int underWay, int hanging, Figures all, Figures mine) {
    /** Of one that has not been called yet. */
    static final PluginHealth NEW = new PluginHealth(Circuit.State.CALLED, false, 0, 0, Figures.NONE, Figures.NONE);

    /**
     * Counts and times since the node's start, those of settings that were tried among them.
     *
     * @param failed it threw something, or its answer was none to what was asked
     * @param hung calls that did not come back in their time, not among the failed
     * @param meanMillis of those that came back
     * @param medianMillis within which half of the newest hundred were over; what hung is over when it is given up
     * @param p95Millis within which 95 of the newest hundred were over
     */
    public record Figures(
            long calls,
            long failed,
            long hung,
            long meanMillis,
            long medianMillis,
            long p95Millis,
            long longestMillis,
            Optional<Instant> lastFailure) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, Optional.empty());
    }

    /**
     * How it fares for one tenant.
     *
     * @param since when it is so; of one that is called without having rested, when it was first called
     * @param restsUntil when one call is let through; none where it does not rest
     */
    public record OfTenant(
            UUID tenantId, Circuit.State state, Instant since, Optional<Instant> restsUntil, Figures figures) {}
}

package se.aviso.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import se.aviso.spi.PluginContext;

/** The context that a host would lend to a plugin, for tests: a clock that stands still, and the settings asked for. */
public final class TestContext {
    /** The instant at which the clock of every test context stands, unless told otherwise. */
    public static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

    private TestContext() {}

    /** No settings, the clock at {@link #NOW}, no rehearsal. */
    public static PluginContext plain() {
        return with(Map.of());
    }

    /** The given settings, the clock at {@link #NOW}, no rehearsal. */
    public static PluginContext with(Map<String, String> settings) {
        return new PluginContext(settings, clockAt(NOW), false);
    }

    /** No settings, the clock at the given instant, no rehearsal. */
    public static PluginContext at(Instant now) {
        return new PluginContext(Map.of(), clockAt(now), false);
    }

    /** The given settings, the clock at {@link #NOW}, and nothing may leave the machine. */
    public static PluginContext rehearsal(Map<String, String> settings) {
        return new PluginContext(settings, clockAt(NOW), true);
    }

    private static Clock clockAt(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}

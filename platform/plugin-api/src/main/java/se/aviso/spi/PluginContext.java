package se.aviso.spi;

import java.time.Clock;
import java.util.Map;

/**
 * What the host lends to a plugin for one call: the settings of the plugin for the tenant, the clock, and whether the
 * call is a rehearsal.
 *
 * @param settings by name; secrets come decrypted and are never logged
 * @param clock the only clock that a plugin may read
 * @param dryRun true when nothing may leave the machine
 * @since spi 1.0
 */
public record PluginContext(Map<String, String> settings, Clock clock, boolean dryRun) {
    public PluginContext {
        settings = Map.copyOf(settings);
    }

    /** The setting of that name, or the given default where none is set. */
    public String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }
}

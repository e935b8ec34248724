package se.aviso.app.plugin;

import java.util.Optional;

/**
 * A plugin and what became of it.
 *
 * @param file the jar's name
 * @param reason why it was refused or failed
 */
public record PluginStatus(String id, String version, String file, State state, Optional<String> reason) {
    /** What became of it. */
    public enum State {
        STARTED,
        /** Its sum is not on the list. */
        REFUSED,
        FAILED
    }
}

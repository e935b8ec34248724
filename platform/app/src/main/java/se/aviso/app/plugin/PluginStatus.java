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
        /** It was not let in, and none of its classes was loaded. */
        REFUSED,
        /** It did not start, could not say what it is, or offers what another does. */
        FAILED
    }
}

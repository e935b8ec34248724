package se.aviso.spi;

import java.util.Optional;
import org.pf4j.ExtensionPoint;

/**
 * Tries the settings that somebody is about to keep: reaches the server, logs in, and changes nothing there. A plugin
 * offers one beside what it is for.
 *
 * @since spi 1.2
 */
public interface ConnectionTest extends ExtensionPoint {
    /**
     * What is wrong, in one sentence without any secret; empty where all is well. It has ten seconds.
     *
     * @param context with the settings as they were written, a rehearsal
     */
    Optional<String> problem(PluginContext context);
}

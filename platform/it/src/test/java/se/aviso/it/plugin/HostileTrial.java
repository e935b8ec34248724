package se.aviso.it.plugin;

import java.util.Optional;
import org.pf4j.Extension;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.PluginContext;

/** A test of settings that never comes back by itself; unlike the others it ends when it is stopped. */
@Extension
public class HostileTrial implements ConnectionTest {
    @Override
    public Optional<String> problem(PluginContext context) {
        Hanging.untilStopped();
        return Optional.of("nobody waits for this any more");
    }
}

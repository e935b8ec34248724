package se.aviso.it.plugin;

import java.util.Optional;
import org.pf4j.Extension;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.PluginContext;

/** Tries settings: the server is called {@code good.example}, and there is a password. */
@Extension
public class PrivateConnection implements ConnectionTest {
    @Override
    public Optional<String> problem(PluginContext context) {
        if (!context.dryRun() || context.setting("password", "").isEmpty()) {
            return Optional.of("no password came");
        }
        return context.setting("host", "").equals("good.example")
                ? Optional.empty()
                : Optional.of("the server does not answer");
    }
}

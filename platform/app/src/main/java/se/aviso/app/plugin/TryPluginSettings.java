package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.PluginContext;

/** Has a plugin try settings before they are kept; nothing is kept, and no transaction is open meanwhile. */
@ApplicationScoped
public class TryPluginSettings {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    ChangePluginChoice change;

    @Inject
    PluginHost host;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** What came of it: whether the plugin has anything to try, and what is wrong. */
    public record Tried(boolean tried, Optional<String> problem) {}

    /**
     * What comes of trying them.
     *
     * @throws RuleViolation where the settings are not what the plugin's schema says
     */
    public Tried tried(ChangePluginChoice.Wanted wanted) {
        var context = new PluginContext(change.taken(wanted), clock, true);
        var tests = host.extensionsOf(wanted.plugin(), ConnectionTest.class);
        if (tests.isEmpty()) {
            return new Tried(false, Optional.empty());
        }
        var test = tests.get(0);
        try {
            return new Tried(true, calls.call(test, LIMIT, () -> test.problem(context)));
        } catch (PluginFailure silent) {
            return new Tried(true, Optional.of(silent.kind().name()));
        }
    }
}

package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.PluginContext;

/**
 * Has a plugin try settings before they are kept, and tells what they would have made of what was done already; nothing
 * is kept, and no transaction is open meanwhile.
 */
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
    @Any
    Instance<DryRun> dryRuns;

    @Inject
    Clock clock;

    /**
     * What came of it: whether the plugin has anything to try, what is wrong, and what the settings would have changed.
     */
    public record Tried(boolean tried, Optional<String> problem, Optional<DryRun.Effects> effects) {}

    /**
     * What comes of trying them, turned on or not.
     *
     * @throws RuleViolation where the settings are not what the plugin's schema says
     */
    public Tried tried(ChangePluginChoice.Wanted wanted) {
        var settings = change.taken(wanted.turnedOnToTry());
        try {
            var problem = problem(wanted.plugin(), settings);
            if (problem.isPresent()) {
                return new Tried(true, problem, Optional.empty());
            }
            var effects = effects(wanted, settings);
            return new Tried(effects.isPresent() || hasTest(wanted.plugin()), Optional.empty(), effects);
        } catch (PluginFailure silent) {
            return new Tried(true, Optional.of(silent.kind().name()), Optional.empty());
        }
    }

    private boolean hasTest(String plugin) {
        return !host.extensionsOf(plugin, ConnectionTest.class).isEmpty();
    }

    private Optional<String> problem(String plugin, Map<String, String> settings) {
        var context = new PluginContext(settings, clock, true);
        return host.extensionsOf(plugin, ConnectionTest.class).stream()
                .map(test -> calls.callOnTrial(test, LIMIT, () -> test.problem(context)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DryRun.Effects> effects(ChangePluginChoice.Wanted wanted, Map<String, String> settings) {
        var path = change.place(wanted.group());
        return dryRuns.stream()
                .map(run -> run.effects(wanted.plugin(), path, settings))
                .flatMap(Optional::stream)
                .findFirst();
    }
}

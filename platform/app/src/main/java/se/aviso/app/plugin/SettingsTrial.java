package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;

/**
 * Has a plugin say what is wrong with settings. Those of rules for the books must be usable before they are kept: what
 * leaves while they hold keeps them for good. No transaction is open meanwhile.
 */
@ApplicationScoped
public class SettingsTrial {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 500;

    @Inject
    PluginHost host;

    @Inject
    PluginCalls calls;

    @Inject
    Clock clock;

    /** True when the plugin has anything to try. */
    boolean hasTest(String plugin) {
        return !tests(plugin).isEmpty();
    }

    /**
     * What is wrong with the settings, in the plugin's words.
     *
     * @throws PluginFailure when it says nothing
     */
    Optional<String> problem(String plugin, Map<String, String> settings) {
        var context = context(settings);
        return tests(plugin).stream()
                .map(test -> calls.callOnTrial(test, LIMIT, () -> test.problem(context)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Asks of rules for the books, and of no other plugin, whether they can do with the settings.
     *
     * @throws RuleViolation where they cannot, with their words, or do not say
     */
    void requireUsable(String plugin, Supplier<Map<String, String>> settings) {
        if (!isRuling(plugin)) {
            return;
        }
        try {
            problem(plugin, settings.get()).ifPresent(reason -> {
                throw refused(plugin, reason);
            });
        } catch (PluginFailure silent) {
            throw RuleViolation.of("plugin-settings-untried", Map.of("plugin", plugin));
        }
    }

    /**
     * The same while the product starts and nobody's calls are counted yet.
     *
     * @throws IllegalArgumentException where they cannot do with the settings, with their words
     * @throws IllegalStateException where they do not say
     */
    public void requireUsableAtStart(String plugin, Map<String, String> settings) {
        if (!isRuling(plugin)) {
            return;
        }
        var context = context(takenAtStart(plugin, settings));
        for (var test : tests(plugin)) {
            Optional<String> problem =
                    TimeLimit.within(LIMIT, "tried", () -> PluginHost.calling(test, () -> test.problem(context)));
            problem.ifPresent(reason -> {
                throw new IllegalArgumentException("the settings of the plugin " + plugin + " are refused: " + reason);
            });
        }
    }

    private Map<String, String> takenAtStart(String plugin, Map<String, String> settings) {
        try {
            return host.described(plugin).form().taken(settings, Map.of());
        } catch (RuleViolation wrong) {
            throw new IllegalArgumentException("the settings of the plugin " + plugin + " are refused", wrong);
        }
    }

    private boolean isRuling(String plugin) {
        return !host.extensionsOf(plugin, AccountingRules.class).isEmpty();
    }

    private List<ConnectionTest> tests(String plugin) {
        return host.extensionsOf(plugin, ConnectionTest.class);
    }

    private PluginContext context(Map<String, String> settings) {
        return new PluginContext(settings, clock, true);
    }

    private static RuleViolation refused(String plugin, String reason) {
        var told = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        return RuleViolation.of("plugin-settings-refused", Map.of("plugin", plugin, "reason", told));
    }
}

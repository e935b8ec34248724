package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import se.aviso.kernel.RuleViolation;
import se.aviso.plugin.SolePlugin;
import se.aviso.spi.accounting.AccountingRules;

/** A group has the accounting rules of one plugin at the most: two would say different things of one posting. */
@ApplicationScoped
class SoleRules {
    @Inject
    PluginHost host;

    @Inject
    PluginChoiceStore choices;

    /**
     * Asks whether the plugin may be turned on for the groups on that path and below.
     *
     * @throws RuleViolation where one of them would have the rules of two; it says whose they are already
     */
    void require(String plugin, String path) {
        var running = running();
        if (!running.containsKey(plugin)) {
            return;
        }
        var decisions = choices.decisions().stream().map(host::known).toList();
        new SolePlugin(AccountingRules.class.getSimpleName(), running, decisions)
                .inTheWayOf(plugin, path)
                .ifPresent(other -> {
                    throw RuleViolation.of("plugin-rules-twice", Map.of("plugin", other));
                });
    }

    /** Those that run, and whether each must be turned on. */
    private Map<String, Boolean> running() {
        var running = new HashMap<String, Boolean>();
        host.extensions(AccountingRules.class).stream()
                .map(host::pluginOf)
                .forEach(plugin ->
                        running.put(plugin, host.described(plugin).use().chosen()));
        return running;
    }
}

package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.kernel.RuleViolation;
import se.aviso.plugin.Reach;
import se.aviso.spi.accounting.AccountingRules;

/** A group has the accounting rules of one plugin at the most: two would say different things of one posting. */
@ApplicationScoped
class SoleRules {
    @Inject
    PluginHost host;

    @Inject
    PluginChoiceStore choices;

    @Inject
    TenantStore tenants;

    /**
     * Asks whether the plugin may be turned on for the groups on that path and below.
     *
     * @throws RuleViolation where one of them would have the rules of two; it says whose they are already
     */
    void require(String plugin, String path) {
        var ruling = ruling();
        if (!ruling.contains(plugin)) {
            return;
        }
        var wanted = reach(plugin, Map.of(path, true));
        ruling.stream()
                .filter(other -> !other.equals(plugin)
                        && wanted.shared(reach(other, Map.of())).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw RuleViolation.of("plugin-rules-twice", Map.of("plugin", other));
                });
    }

    private List<String> ruling() {
        return host.extensions(AccountingRules.class).stream()
                .map(host::pluginOf)
                .distinct()
                .toList();
    }

    private Reach reach(String plugin, Map<String, Boolean> also) {
        var use = host.described(plugin).use();
        var edition = tenants.edition(Tenancy.required());
        var decided = new HashMap<String, Boolean>();
        choices.of(plugin).forEach(choice -> decided.put(choice.path(), choice.turnedOn()));
        decided.putAll(also);
        decided.replaceAll((path, turnedOn) -> use.isHad(edition, turnedOn));
        return new Reach(use.isHad(edition, false), decided);
    }
}

package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;

/** Turns a plugin on or off for the tenant's groups, and keeps its settings. */
@ApplicationScoped
@Transactional
public class ChangePluginChoice {
    @Inject
    PluginChoiceStore choices;

    @Inject
    PluginHost host;

    @Inject
    SoleRules rules;

    @Inject
    TenantStore tenants;

    @Inject
    ChoicePlace places;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /**
     * What somebody wants: of which plugin, for a group and those below it or for all.
     *
     * @param settings by name; a secret that is left out or empty stays as it is
     */
    public record Wanted(String plugin, Optional<UUID> group, boolean turnedOn, Map<String, String> settings) {
        /** The same as it would be, were it turned on. */
        Wanted turnedOnToTry() {
            return new Wanted(plugin, group, true, settings);
        }
    }

    /**
     * Keeps it, if what it replaces is still what the caller has seen: version 0 where nothing was decided yet.
     *
     * @throws RuleViolation where a group would have the accounting rules of two plugins
     */
    public void change(Wanted wanted, LongConsumer sameVersion) {
        var taken = taken(wanted);
        tenants.lock(Tenancy.required(), "plugins");
        var former = choices.find(wanted.plugin(), wanted.group());
        sameVersion.accept(former.map(PluginChoiceStore.Choice::version).orElse(0L));
        if (wanted.turnedOn()) {
            rules.require(wanted.plugin(), place(wanted.group()));
        }
        write(former, wanted, taken);
        trail.record(Deed.ofTenant(
                wanted.turnedOn() ? Act.PLUGIN_TURNED_ON : Act.PLUGIN_TURNED_OFF,
                Tenancy.required().value(),
                List.of(Change.to(Field.NAME, wanted.plugin()))));
    }

    /** Of a plugin that does not run here nobody knows which settings are secrets: they stay where they are. */
    private void write(Optional<PluginChoiceStore.Choice> former, Wanted wanted, Map<String, String> taken) {
        if (host.isStarted(wanted.plugin())) {
            var described = host.described(wanted.plugin());
            choices.write(former, PluginChoiceStore.Wish.of(wanted, described, taken), caller.name());
        } else {
            choices.turnOff(former.orElseThrow(HttpProblem::notFound), caller.name());
        }
    }

    /**
     * The settings as they would be kept, secrets that stay among them.
     *
     * @throws RuleViolation where they are not what the plugin's schema says, or the tenant may not have it
     */
    public Map<String, String> taken(Wanted wanted) {
        requireMay(wanted.group());
        if (!host.isStarted(wanted.plugin())) {
            return takenOfSilent(wanted);
        }
        var plugin = host.described(wanted.plugin());
        if (wanted.turnedOn() && !plugin.use().isOpenTo(tenants.edition(Tenancy.required()))) {
            throw RuleViolation.of("plugin-edition", Map.of("plugin", wanted.plugin()));
        }
        var kept = choices.find(wanted.plugin(), wanted.group())
                .map(PluginChoiceStore.Choice::settings)
                .orElse(Map.of());
        return wanted.turnedOn() ? plugin.form().taken(wanted.settings(), kept) : kept;
    }

    /** One that does not run here can be turned off, and nothing else. */
    private Map<String, String> takenOfSilent(Wanted wanted) {
        var kept = choices.find(wanted.plugin(), wanted.group()).orElseThrow(HttpProblem::notFound);
        if (wanted.turnedOn()) {
            throw RuleViolation.of("plugin-not-running", Map.of("plugin", wanted.plugin()));
        }
        return kept.settings();
    }

    private void requireMay(Optional<UUID> group) {
        if (!caller.may(Permission.SETTING_WRITE, place(group))) {
            throw HttpProblem.notFound();
        }
    }

    /** The path of the group, the whole tree's where none is named. */
    String place(Optional<UUID> group) {
        return places.of(group);
    }
}

package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;

/** Turns a plugin on as a tenant's files say, while nobody has decided of it. */
@ApplicationScoped
@Transactional
public class SetUpPlugin {
    private static final String BY = "tenant.yaml";

    @Inject
    PluginChoiceStore choices;

    @Inject
    PluginHost host;

    @Inject
    SoleRules rules;

    @Inject
    ChoicePlace places;

    @Inject
    TenantStore tenants;

    @Inject
    AuditTrail trail;

    /** True when somebody has decided of it already. */
    public boolean isDecided(String plugin, Optional<UUID> group) {
        return choices.find(plugin, group).isPresent();
    }

    /**
     * Keeps the choice, unless there is one already: that stays as it is.
     *
     * @throws IllegalArgumentException where the plugin does not run here or is not open to the tenant's edition
     * @throws RuleViolation where it takes no such settings, or the tenant has other accounting rules already
     */
    public void first(ChangePluginChoice.Wanted wanted) {
        if (isDecided(wanted.plugin(), wanted.group())) {
            return;
        }
        if (!host.isStarted(wanted.plugin())) {
            throw new IllegalArgumentException("the plugin " + wanted.plugin() + " does not run here");
        }
        var plugin = host.described(wanted.plugin());
        if (!plugin.use().isOpenTo(tenants.edition(Tenancy.required()))) {
            throw new IllegalArgumentException(
                    "the plugin " + wanted.plugin() + " is not open to the tenant's edition");
        }
        var taken = plugin.form().taken(wanted.settings(), Map.of());
        rules.require(wanted.plugin(), places.of(wanted.group()));
        choices.write(Optional.empty(), PluginChoiceStore.Wish.of(wanted, plugin, taken), BY);
        trail.record(Deed.ofTenant(
                Act.PLUGIN_TURNED_ON, Tenancy.required().value(), List.of(Change.to(Field.NAME, wanted.plugin()))));
    }
}

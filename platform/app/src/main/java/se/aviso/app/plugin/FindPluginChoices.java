package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.plugin.PluginUse;
import se.aviso.plugin.SettingsForm;
import se.aviso.tenant.Edition;

/** What the thread's tenant has of plugins, and with which settings: the nearest group that has decided says so. */
@ApplicationScoped
@Transactional
public class FindPluginChoices {
    @Inject
    PluginChoiceStore choices;

    @Inject
    TenantStore tenants;

    /** What a tenant has of a plugin for a group: whether it has it, and the settings as they are given. */
    record Had(boolean had, Map<String, String> settings) {}

    /** A plugin as its jar describes it. */
    public record Described(String id, PluginUse use, SettingsForm form) {}

    /** What the tenant has bought. */
    public Edition edition() {
        return tenants.edition(Tenancy.required());
    }

    /** What holds for a group on that path; for all where none is named. */
    Had had(Described plugin, Optional<String> path) {
        var choice = choices.of(plugin.id()).stream()
                .filter(each -> path.orElse("/").startsWith(each.path()))
                .max(Comparator.comparingInt(each -> each.path().length()));
        var turnedOn = choice.filter(PluginChoiceStore.Choice::turnedOn).isPresent();
        var kept = choice.map(PluginChoiceStore.Choice::settings).orElse(Map.of());
        return new Had(plugin.use().isHad(edition(), turnedOn), plugin.form().given(kept));
    }

    /** True when the tenant has it for some group. */
    boolean isHadSomewhere(Described plugin) {
        var turnedOn = choices.of(plugin.id()).stream().anyMatch(PluginChoiceStore.Choice::turnedOn);
        return plugin.use().isHad(edition(), turnedOn);
    }

    /** All that was decided. */
    List<PluginChoiceStore.Choice> all() {
        return choices.all();
    }

    /** What is kept of that plugin for that group, or for all. */
    Optional<PluginChoiceStore.Choice> find(String plugin, Optional<UUID> group) {
        return choices.find(plugin, group);
    }
}

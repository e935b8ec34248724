package se.aviso.app.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.plugin.PluginUse;
import se.aviso.plugin.Possession;
import se.aviso.plugin.SettingsForm;
import se.aviso.plugin.SilentPlugins;
import se.aviso.tenant.Edition;

/** What the thread's tenant has of plugins, and with which settings: the nearest group that has decided says so. */
@ApplicationScoped
@Transactional
public class FindPluginChoices {
    @Inject
    PluginChoiceStore choices;

    @Inject
    TenantStore tenants;

    /**
     * A plugin as its jar describes it.
     *
     * @param offers the kinds of extensions that it has, where it runs
     */
    public record Described(String id, PluginUse use, SettingsForm form, Set<String> offers) {
        public Described {
            offers = Set.copyOf(offers);
        }
    }

    /** What the tenant has bought. */
    public Edition edition() {
        return tenants.edition(Tenancy.required());
    }

    /** What the tenant has of a plugin, group by group. */
    Possession of(Described plugin) {
        var decisions = choices.of(plugin.id()).stream()
                .map(each -> new Possession.Decision(each.path(), each.turnedOn(), each.settings()))
                .toList();
        return new Possession(plugin.use(), plugin.form(), edition(), decisions);
    }

    /** What was decided on the way down to a group on that path, plugin by plugin. */
    List<SilentPlugins.Decision> above(String path) {
        return choices.above(path);
    }

    /** All that was decided. */
    List<PluginChoiceStore.Choice> all() {
        return choices.all();
    }

    /** What was decided of that plugin, the whole tree's first. */
    List<PluginChoiceStore.Choice> decided(String plugin) {
        return choices.of(plugin);
    }

    /** What is kept of that plugin for that group, or for all. */
    Optional<PluginChoiceStore.Choice> find(String plugin, Optional<UUID> group) {
        return choices.find(plugin, group);
    }
}

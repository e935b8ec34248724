package se.aviso.app.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ETags;
import se.aviso.plugin.SettingField;

/** What the tenant decides of one plugin, as a form that its schema describes; secrets are never shown. */
@Named
@ViewScoped
@Screen(path = "/plugin/settings.xhtml", needs = Permission.SETTING_WRITE)
public class PluginSettingsView implements Serializable {
    @Inject
    transient PluginHost host;

    @Inject
    transient FindPluginChoices find;

    @Inject
    transient ChangePluginChoice change;

    @Inject
    transient TryPluginSettings attempt;

    @Inject
    transient Address address;

    @Inject
    transient Notices notices;

    @Inject
    transient Texts texts;

    private String plugin = "";
    private boolean turnedOn;
    private long version;
    private Map<String, String> values = new HashMap<>();
    private transient DryRun.@Nullable Effects effects;

    @PostConstruct
    void load() {
        plugin = address.text("plugin").filter(host::isStarted).orElse("");
        var form = host.described(plugin).form();
        var kept = find.find(plugin, Optional.empty());
        turnedOn = kept.filter(PluginChoiceStore.Choice::turnedOn).isPresent();
        version = kept.map(PluginChoiceStore.Choice::version).orElse(0L);
        values = new HashMap<>(
                form.given(kept.map(PluginChoiceStore.Choice::settings).orElse(Map.of())));
        values.keySet().removeIf(form::isSecret);
    }

    /** Keeps what was written. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void save() {
        var saving = (Runnable) () -> {
            change.change(wanted(), now -> ETags.require("\"" + version + "\"", now));
            notices.done(texts.get("plugin.saved"));
        };
        if (notices.attempt(saving, texts.get("plugin.notSaved"))) {
            load(plugin);
        }
    }

    /** Has the plugin try what was written; nothing is kept. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void attempt() {
        notices.attempt(
                () -> {
                    var tried = attempt.tried(wanted());
                    effects = tried.effects().orElse(null);
                    if (tried.problem().isPresent()) {
                        notices.failed(tried.problem().get(), texts.get("plugin.notTried"), "");
                    } else {
                        notices.done(texts.get(tried.tried() ? "plugin.tried" : "plugin.nothingToTry"));
                    }
                },
                texts.get("plugin.notTried"));
    }

    /** What was kept is what is seen; a secret stays nowhere but in its seal. */
    private void load(String of) {
        version = find.find(of, Optional.empty())
                .map(PluginChoiceStore.Choice::version)
                .orElse(0L);
        values.keySet().removeIf(host.described(of).form()::isSecret);
    }

    private ChangePluginChoice.Wanted wanted() {
        var written = new HashMap<String, String>();
        values.forEach((name, value) -> written.put(name, Objects.requireNonNullElse(value, "")));
        return new ChangePluginChoice.Wanted(plugin, Optional.empty(), turnedOn, written);
    }

    /** True when such a plugin runs here. */
    public boolean isFound() {
        return !plugin.isEmpty();
    }

    public String getPlugin() {
        return plugin;
    }

    /** The fields of the form. */
    public List<SettingField> getFields() {
        return host.described(plugin).form().fields();
    }

    /** What is written, by name. */
    public Map<String, String> getValues() {
        return values;
    }

    /**
     * What the settings that were tried would have changed; null where nothing was tried, or there is nothing to tell.
     */
    public DryRun.@Nullable Effects getEffects() {
        return effects;
    }

    public boolean isTurnedOn() {
        return turnedOn;
    }

    public void setTurnedOn(boolean turnedOn) {
        this.turnedOn = turnedOn;
    }
}

package se.aviso.app.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.ETags;
import se.aviso.kernel.GroupId;
import se.aviso.plugin.Possession;
import se.aviso.plugin.SettingField;

/**
 * What the tenant decides of one plugin, for all its groups or for one and those below, as a form that its schema
 * describes; secrets are never shown.
 */
@Named
@ViewScoped
@Screen(path = "/plugin/settings.xhtml", needs = Permission.SETTING_WRITE)
public class PluginSettingsView implements Serializable {
    @Inject
    transient PluginHost host;

    @Inject
    transient FindPluginChoices find;

    @Inject
    transient KeepPluginChoice keep;

    @Inject
    transient TryPluginSettings attempt;

    @Inject
    transient Address address;

    @Inject
    transient Notices notices;

    @Inject
    transient Texts texts;

    @Inject
    transient FindGroups groups;

    @Inject
    Desk desk;

    private String plugin = "";
    private List<Scope> scopes = List.of();
    private Scope scope = Scope.ALL;
    private boolean turnedOn;
    private long version;
    private Map<String, String> values = new HashMap<>();
    private transient DryRun.@Nullable Effects effects;
    private transient PaperTrial.@Nullable Papers documents;

    /** The groups that something is decided for: one and those below it, or all where there is no id. */
    public record Scope(@Nullable UUID id, String name, String path) implements Serializable {
        private static final Scope ALL = new Scope(null, "", "/");

        private static Scope of(PluginChoiceStore.Choice choice) {
            return new Scope(choice.group().orElse(null), choice.groupName(), choice.path());
        }

        private Optional<UUID> group() {
            return Optional.ofNullable(id);
        }

        /** True of one group and those below it. */
        public boolean isGroup() {
            return id != null;
        }
    }

    @PostConstruct
    void load() {
        var wanted = address.id("group");
        var named = wanted.flatMap(id -> groups.find(new GroupId(id)))
                .map(group -> new Scope(
                        group.id().value(), group.name(), group.place().path()));
        var known = wanted.isEmpty() || named.isPresent();
        plugin = address.text("plugin").filter(id -> known && isKnown(id)).orElse("");
        scope = named.orElse(Scope.ALL);
        scopes = scopes();
        var described = host.described(plugin);
        var holding = find.of(described);
        turnedOn = holding.nearest(scope.path())
                .filter(Possession.Decision::turnedOn)
                .isPresent();
        version = version();
        values = new HashMap<>(holding.settings(scope.path()));
        values.keySet().removeIf(described.form()::isSecret);
    }

    /** It runs here; or it did, and can be turned off. */
    private boolean isKnown(String id) {
        return host.isStarted(id) || !find.decided(id).isEmpty();
    }

    /** All groups, those for which something is decided, and the one that the user works with. */
    private List<Scope> scopes() {
        var all = new LinkedHashSet<Scope>();
        all.add(Scope.ALL);
        find.decided(plugin).forEach(choice -> all.add(Scope.of(choice)));
        desk.group().ifPresent(chosen -> all.add(new Scope(chosen.id(), chosen.name(), chosen.path())));
        all.add(scope);
        return List.copyOf(all);
    }

    private long version() {
        return find.find(plugin, scope.group())
                .map(PluginChoiceStore.Choice::version)
                .orElse(0L);
    }

    /** Keeps what was written. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void save() {
        var saving = (Runnable) () -> {
            keep.keep(wanted(), now -> ETags.require("\"" + version + "\"", now));
            notices.done(texts.get("plugin.saved"));
        };
        if (notices.attempt(saving, texts.get("plugin.notSaved"))) {
            seal();
        }
    }

    /** Has the plugin try what was written; nothing is kept. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void attempt() {
        notices.attempt(
                () -> {
                    var tried = attempt.tried(wanted());
                    effects = tried.effects().orElse(null);
                    documents = tried.documents().orElse(null);
                    if (tried.problem().isPresent()) {
                        notices.failed(told(tried.problem().get()), texts.get("plugin.notTried"), "");
                    } else {
                        notices.done(texts.get(tried.tried() ? "plugin.tried" : "plugin.nothingToTry"));
                    }
                },
                texts.get("plugin.notTried"));
    }

    /** In the plugin's words; of one that said nothing in ours. */
    private String told(String problem) {
        var silent = Arrays.stream(PluginFailure.Kind.values())
                .anyMatch(kind -> kind.name().equals(problem));
        return silent ? texts.get("plugin.silent." + problem) : problem;
    }

    /** What was kept is what is seen; a secret stays nowhere but in its seal. */
    private void seal() {
        version = version();
        scopes = scopes();
        values.keySet().removeIf(host.described(plugin).form()::isSecret);
    }

    private ChangePluginChoice.Wanted wanted() {
        var written = new HashMap<String, String>();
        values.forEach((name, value) -> written.put(name, Objects.requireNonNullElse(value, "")));
        return new ChangePluginChoice.Wanted(plugin, scope.group(), turnedOn, written);
    }

    /** True when such a plugin runs here, or something was decided of one that did. */
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

    /** What they would have changed on documents; null where nothing was tried, or the plugin arranges none. */
    public PaperTrial.@Nullable Papers getDocuments() {
        return documents;
    }

    /** For which groups it is decided here. */
    public Scope getScope() {
        return scope;
    }

    /** For which groups it may be decided, as far as there is a way to them here. */
    public List<Scope> getScopes() {
        return scopes;
    }

    public boolean isTurnedOn() {
        return turnedOn;
    }

    public void setTurnedOn(boolean turnedOn) {
        this.turnedOn = turnedOn;
    }
}

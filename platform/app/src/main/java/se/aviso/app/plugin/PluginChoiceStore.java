package se.aviso.app.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import se.aviso.app.server.SecretConfig;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.web.Json;
import se.aviso.plugin.SilentPlugins;
import se.aviso.secret.SecretUse;

/** What the tenant has decided of plugins; secrets are kept sealed. */
@ApplicationScoped
class PluginChoiceStore {
    private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};
    private static final String FIND =
            "select c.*, g.path, g.name as group_name from plugin_choice c left join group_node g "
                    + "on g.tenant_id = c.tenant_id and g.id = c.group_id where c.tenant_id = ? ";

    private static final String DECISIONS =
            "select c.plugin, c.turned_on, c.offers, c.offers is not null as known, coalesce(g.path, '/') as path "
                    + "from plugin_choice c left join group_node g on g.tenant_id = c.tenant_id and g.id = c.group_id ";

    @Inject
    Sql sql;

    @Inject
    SecretConfig secrets;

    @Inject
    Clock clock;

    /**
     * A decision.
     *
     * @param path of the group for which it was made; the whole tree where it was made for all
     * @param settings secrets among them, opened: never logged
     */
    record Choice(
            UUID id,
            String plugin,
            Optional<UUID> group,
            String groupName,
            String path,
            boolean turnedOn,
            Map<String, String> settings,
            long version,
            Instant changedAt,
            String changedBy) {}

    /**
     * What is decided: of which plugin, for which group or for all.
     *
     * @param offers the kinds of extensions that the plugin has
     */
    record Wish(
            String plugin,
            Optional<UUID> group,
            boolean turnedOn,
            Map<String, String> open,
            Map<String, String> secret,
            Set<String> offers) {

        /** The settings parted by what the plugin's form calls a secret. */
        static Wish of(
                ChangePluginChoice.Wanted wanted, FindPluginChoices.Described plugin, Map<String, String> taken) {
            var form = plugin.form();
            var open = new HashMap<>(taken);
            var secret = new HashMap<>(taken);
            open.keySet().removeIf(form::isSecret);
            secret.keySet().removeIf(name -> !form.isSecret(name));
            return new Wish(wanted.plugin(), wanted.group(), wanted.turnedOn(), open, secret, plugin.offers());
        }
    }

    /** All of the tenant's. */
    List<Choice> all() {
        return sql.query(FIND + "order by c.plugin, g.path nulls first limit 1000", this::read, Tenancy.required());
    }

    /** Of that plugin, the whole tree's first; all of them, for what is left out would not hold. */
    List<Choice> of(String plugin) {
        return sql.query(FIND + "and c.plugin = ? order by g.path nulls first", this::read, Tenancy.required(), plugin);
    }

    Optional<Choice> find(String plugin, Optional<UUID> group) {
        return of(plugin).stream()
                .filter(choice -> choice.group().equals(group))
                .findFirst();
    }

    /** All decisions on the way down to a group on that path, with what the plugins were known to offer. */
    List<SilentPlugins.Decision> above(String path) {
        return sql.query(
                DECISIONS + "where c.tenant_id = ? and starts_with(?, coalesce(g.path, '/'))",
                PluginChoiceStore::decision,
                Tenancy.required(),
                path);
    }

    /** All decisions, likewise; all of them, for what is left out would not count. */
    List<SilentPlugins.Decision> decisions() {
        return sql.query(
                DECISIONS + "where c.tenant_id = ? order by c.plugin, g.path",
                PluginChoiceStore::decision,
                Tenancy.required());
    }

    private static SilentPlugins.Decision decision(Row row) {
        var offers = row.flag("known") ? Optional.of(Set.copyOf(row.texts("offers"))) : Optional.<Set<String>>empty();
        return new SilentPlugins.Decision(row.text("plugin"), row.text("path"), row.flag("turned_on"), offers);
    }

    /** Notes what plugins offer of which that is not known; what is known stays. */
    void noteOffers(Map<String, Set<String>> offers) {
        var plugins = List.copyOf(offers.entrySet());
        sql.update(
                "update plugin_choice c set offers = string_to_array(o.offers, ',') from unnest(?::text[], ?::text[]) "
                        + "as o (plugin, offers) where c.tenant_id = ? and c.plugin = o.plugin and c.offers is null",
                Sql.texts(plugins, Map.Entry::getKey),
                Sql.texts(plugins, plugin -> String.join(",", new TreeSet<>(plugin.getValue()))),
                Tenancy.required());
    }

    /** Turns it off and leaves all else as it is: what only the plugin can tell apart stays sealed. */
    void turnOff(Choice former, String by) {
        sql.update(
                "update plugin_choice set turned_on = false, version = version + 1, changed_at = ?, changed_by = ? "
                        + "where tenant_id = ? and id = ?",
                clock.instant(),
                by,
                Tenancy.required(),
                former.id());
    }

    void write(Optional<Choice> former, Wish wish, String by) {
        var id = former.map(Choice::id).orElseGet(Ids::next);
        var master = secrets.masterKeys().current();
        var hasSecret = !wish.secret().isEmpty();
        var name = hasSecret ? Optional.of(master.name()) : Optional.<String>empty();
        var sealed = hasSecret
                ? Optional.of(master.seal(SecretUse.plugin(id), Json.write(wish.secret())))
                : Optional.<byte[]>empty();
        sql.update(
                "insert into plugin_choice (tenant_id, id, plugin, group_id, turned_on, settings, master, secrets, offers, "
                        + "version, changed_at, changed_by) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 1, ?, ?) "
                        + "on conflict (tenant_id, plugin, group_id) do update set turned_on = excluded.turned_on, "
                        + "settings = excluded.settings, master = excluded.master, secrets = excluded.secrets, "
                        + "offers = excluded.offers, version = plugin_choice.version + 1, changed_at = excluded.changed_at, "
                        + "changed_by = excluded.changed_by",
                Tenancy.required(),
                id,
                wish.plugin(),
                wish.group(),
                wish.turnedOn(),
                Json.write(wish.open()),
                name,
                sealed,
                Sql.texts(wish.offers()),
                clock.instant(),
                by);
    }

    private Choice read(Row row) {
        var settings = new LinkedHashMap<>(Json.read(row.text("settings"), NAMED));
        row.optionalText("master")
                .ifPresent(master -> settings.putAll(Json.read(
                        secrets.masterKeys().open(master, SecretUse.plugin(row.uuid("id")), row.bytes("secrets")),
                        NAMED)));
        return new Choice(
                row.uuid("id"),
                row.text("plugin"),
                row.optionalUuid("group_id"),
                row.optionalText("group_name").orElse(""),
                row.optionalText("path").orElse("/"),
                row.flag("turned_on"),
                settings,
                row.bigint("version"),
                row.instant("changed_at"),
                row.text("changed_by"));
    }
}

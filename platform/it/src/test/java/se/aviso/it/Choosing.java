package se.aviso.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the office of a tenant decides of one plugin, of which nothing was decided before. */
final class Choosing {
    private final Client office;
    private final String plugin;
    private final Map<Optional<String>, Integer> versions = new HashMap<>();

    Choosing(Client office, String plugin) {
        this.office = office;
        this.plugin = plugin;
    }

    /** Turns it on for all groups. */
    void onForAll(Map<String, String> settings) {
        choose(Optional.empty(), true, settings);
    }

    /** Turns it on for a group and those below it. */
    void onFor(String group, Map<String, String> settings) {
        choose(Optional.of(group), true, settings);
    }

    /** Turns it off for a group and those below it. */
    void offFor(String group) {
        choose(Optional.of(group), false, Map.of());
    }

    /** What comes of trying settings, for all groups or for one. */
    JsonNode attempt(Optional<String> group, Map<String, String> settings) {
        return office.post("plugin-choices/" + plugin + ":try", body(group, true, settings))
                .expect(200)
                .json();
    }

    private void choose(Optional<String> group, boolean on, Map<String, String> settings) {
        office.send(
                        "PUT",
                        "plugin-choices/" + plugin,
                        Client.bytes(body(group, on, settings)),
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "\"" + versions.getOrDefault(group, 0) + "\"")
                .expect(200);
        versions.merge(group, 1, Integer::sum);
    }

    private static Map<String, Object> body(Optional<String> group, boolean on, Map<String, String> settings) {
        var body = new HashMap<String, Object>(Map.of("turnedOn", on, "settings", settings));
        group.ifPresent(id -> body.put("groupId", id));
        return body;
    }
}

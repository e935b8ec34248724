package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Giving roles, and finding who has them. */
final class Grants {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private Grants() {}

    static Client.Reply give(Client giver, Map<String, String> wish) {
        return giver.post("grants", wish, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** An empty group is the whole tree. */
    static Map<String, String> toSomebodyNew(String role, String group) {
        var person = "person" + PEOPLE.incrementAndGet() + "@prov.example";
        var wish = new HashMap<>(Map.of("name", "Person", "email", person, "role", role));
        if (!group.isEmpty()) {
            wish.put("groupId", group);
        }
        return wish;
    }

    /** The same but for the number under which the answer is found in the log. */
    static void assertSameAsUnknown(Client client, String method, String path, String id) {
        var foreign = client.send(method, path.formatted(id), new byte[0]).expect(404);
        var unknown = client.send(method, path.formatted(UUID.randomUUID()), new byte[0])
                .expect(404);
        assertThat(untraced(foreign)).isEqualTo(untraced(unknown));
    }

    static String untraced(Client.Reply reply) {
        return reply.text().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    static String userOf(Client client, String name) {
        return client.all("users").stream()
                .filter(user -> user.get("name").asText().equals(name))
                .map(Grants::id)
                .findFirst()
                .orElseThrow();
    }

    static JsonNode grantOf(Client client, String name) {
        return client.all("grants").stream()
                .filter(grant -> grant.at("/user/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> ids(List<JsonNode> things) {
        var ids = new ArrayList<String>();
        things.forEach(thing -> ids.add(id(thing)));
        return ids;
    }

    static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}

package se.aviso.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The groups of a tenant, as a client sees them. */
final class Tree {
    private final Client client;

    Tree(Client client) {
        this.client = client;
    }

    /** The id of the group of that short name. */
    String id(String slug) {
        return groups(client.all("groups")).stream()
                .filter(group -> group.get("slug").asText().equals(slug))
                .map(group -> group.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> groups(List<JsonNode> top) {
        var all = new ArrayList<>(top);
        for (var group : top) {
            if (!group.get("kind").asText().equals("LOCAL")) {
                all.addAll(groups(client.all("groups?parent=" + group.get("id").asText())));
            }
        }
        return all;
    }
}

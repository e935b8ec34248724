package se.aviso.app.web;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.aviso.kernel.RuleViolation.Fault;

/** A JSON merge patch (RFC 7396) of texts and flags: what is absent stays as it is, what is null is cleared. */
public final class MergePatch {
    private final Set<String> known;
    private final Set<String> flags;
    private final Map<String, Optional<String>> values = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private MergePatch(Set<String> known, Set<String> flags) {
        this.known = known;
        this.flags = flags;
    }

    /** The body with its whole numbers at these pointers as the texts that a form writes. */
    public static JsonNode withNumbersAsTexts(JsonNode body, Set<String> pointers) {
        var copy = body.deepCopy();
        for (var pointer : pointers) {
            var at = JsonPointer.compile(pointer);
            if (copy.at(at).isInt() && copy.at(at.head()) instanceof ObjectNode fields) {
                fields.put(at.last().getMatchingProperty(), copy.at(at).asText());
            }
        }
        return copy;
    }

    /**
     * The texts to set and to clear, by JSON pointer.
     *
     * @param known the pointers of all texts that can be changed
     */
    public static Map<String, Optional<String>> read(JsonNode body, Set<String> known) {
        return read(body, known, Set.of());
    }

    /**
     * The texts and flags to set and to clear, by JSON pointer; a flag as {@code true} or {@code false}.
     *
     * @param known the pointers of all that can be changed
     * @param flags the pointers of those that are no texts
     */
    public static Map<String, Optional<String>> read(JsonNode body, Set<String> known, Set<String> flags) {
        var patch = new MergePatch(known, flags);
        if (!body.isObject()) {
            throw HttpProblem.badRequest("body-invalid", List.of(new Fault("field-invalid", "", Map.of())));
        }
        patch.walk("", body);
        if (!patch.faults.isEmpty()) {
            throw HttpProblem.badRequest("body-invalid", patch.faults);
        }
        return patch.values;
    }

    private void walk(String pointer, JsonNode node) {
        if (known.contains(pointer)) {
            leaf(pointer, node);
        } else if (known.stream().noneMatch(leaf -> leaf.startsWith(pointer + "/"))) {
            faults.add(new Fault("field-unknown", pointer, Map.of()));
        } else if (node.isNull()) {
            known.stream()
                    .filter(leaf -> leaf.startsWith(pointer + "/"))
                    .forEach(leaf -> values.put(leaf, Optional.empty()));
        } else if (node.isObject()) {
            node.properties().forEach(field -> walk(pointer + "/" + escaped(field.getKey()), field.getValue()));
        } else {
            faults.add(new Fault("field-invalid", pointer, Map.of()));
        }
    }

    private void leaf(String pointer, JsonNode node) {
        if (node.isNull()) {
            values.put(pointer, Optional.empty());
        } else if (flags.contains(pointer) ? node.isBoolean() : node.isTextual()) {
            values.put(pointer, Optional.of(node.asText()));
        } else {
            faults.add(new Fault("field-invalid", pointer, Map.of()));
        }
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}

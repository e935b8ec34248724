package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {
    private static final Set<String> KNOWN = Set.of("/name", "/address/street", "/address/city");

    @Test
    void whatIsAbsentStays() {
        assertThat(read("{}")).isEmpty();
    }

    @Test
    void aTextIsSetAndANullIsCleared() {
        assertThat(read("{\"name\": \"Bo\", \"address\": {\"city\": null}}"))
                .isEqualTo(Map.of("/name", Optional.of("Bo"), "/address/city", Optional.empty()));
    }

    @Test
    void anObjectThatIsNullIsClearedWhole() {
        assertThat(read("{\"address\": null}"))
                .isEqualTo(Map.of("/address/street", Optional.empty(), "/address/city", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"name\": 1}", "{\"nickname\": \"x\"}", "{\"address\": \"x\"}", "{\"name\": {}}"})
    void whatIsNoPatchIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void aFlagIsTrueOrFalseAndNoText() {
        var known = Set.of("/open");
        assertThat(MergePatch.read(tree("{\"open\": false}"), known, known))
                .isEqualTo(Map.of("/open", Optional.of("false")));
        assertThatThrownBy(() -> MergePatch.read(tree("{\"open\": \"false\"}"), known, known))
                .isInstanceOf(HttpProblem.class);
    }

    private static JsonNode tree(String body) {
        return Json.read(body, new TypeReference<JsonNode>() {});
    }

    private static Map<String, Optional<String>> read(String body) {
        return MergePatch.read(tree(body), KNOWN);
    }
}

package se.aviso.app.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A mapping of a YAML file; what is missing or of another shape is an error that names its place. */
final class Yaml {
    private final String place;
    private final Map<?, ?> values;

    private Yaml(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
    }

    static Yaml read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var loaded = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(reader);
            return mapping(file.toString(), loaded);
        }
    }

    /** A text that must be there. */
    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** A text that may be there; numbers and truth values count as texts. */
    Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** A whole number that must be there. */
    int number(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException notANumber) {
            throw wrong(key, "is not a whole number");
        }
    }

    /** A constant of an enum that must be there. */
    <E extends Enum<E>> E constant(String key, Class<E> type) {
        try {
            return Enum.valueOf(type, text(key));
        } catch (IllegalArgumentException unknown) {
            throw wrong(key, "is none of " + List.of(type.getEnumConstants()));
        }
    }

    /** A constant of an enum that may be there. */
    <E extends Enum<E>> Optional<E> optionalConstant(String key, Class<E> type) {
        return optional(key).map(any -> constant(key, type));
    }

    /** A mapping that must be there. */
    Yaml inner(String key) {
        return mapping(place + "/" + key, values.get(key));
    }

    /** A mapping that may be there. */
    Optional<Yaml> optionalInner(String key) {
        return values.get(key) == null ? Optional.empty() : Optional.of(inner(key));
    }

    /** A list of mappings; none where the key is missing. */
    List<Yaml> list(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(index -> mapping(place + "/" + key + "/" + index, list.get(index)))
                .toList();
    }

    /** A list of texts; none where the key is missing. */
    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A mapping of names to texts; empty where the key is missing. */
    Map<String, String> named(String key) {
        var named = new LinkedHashMap<String, String>();
        optionalInner(key)
                .ifPresent(inner ->
                        inner.values.forEach((name, value) -> named.put(String.valueOf(name), String.valueOf(value))));
        return named;
    }

    IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(place + ": " + key + " " + what);
    }

    private static Yaml mapping(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Yaml(place, map);
        }
        throw new IllegalArgumentException(place + " is not a mapping");
    }
}

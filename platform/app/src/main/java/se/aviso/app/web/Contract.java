package se.aviso.app.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The checked-in OpenAPI file, as far as the product holds callers to it: which query parameters an operation takes.
 */
final class Contract {
    private static final String FILE = "META-INF/openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern ACTIONS = Pattern.compile("\\{\\w+: *([a-z|-]+)}");

    private final Map<?, ?> whole;
    private final Map<String, Set<String>> parameters = new HashMap<>();

    private Contract(Map<?, ?> whole) {
        this.whole = whole;
        inner(whole, "paths").forEach((path, item) -> read(String.valueOf(path), (Map<?, ?>) item));
    }

    /** The one that {@code /openapi} answers. */
    static Contract load() {
        var file = Objects.requireNonNull(Contract.class.getClassLoader().getResourceAsStream(FILE), FILE);
        try (file) {
            return new Contract(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All operations of the API, such as {@code GET /groups/{id}}. */
    Set<String> operations() {
        return Set.copyOf(parameters.keySet());
    }

    /** The names of the query parameters that a method of a resource takes; none where it is not in the contract. */
    Set<String> parameters(Method method) {
        var names = new HashSet<String>();
        operations(method).forEach(operation -> names.addAll(parameters.getOrDefault(operation, Set.of())));
        return names;
    }

    /** The operations that a method of a resource answers: an action of several names stands for as many. */
    static Stream<String> operations(Method method) {
        return verb(method).stream().flatMap(verb -> paths(method).map(path -> verb + " " + path));
    }

    /** The whole file, as mappings, lists and scalars. */
    Map<?, ?> whole() {
        return whole;
    }

    /** Paths with servers of their own are not the API's. */
    private void read(String path, Map<?, ?> item) {
        if (!item.containsKey("servers")) {
            item.forEach((verb, operation) -> {
                if (METHODS.contains(verb)) {
                    var said = Stream.concat(listed(item), listed((Map<?, ?>) operation));
                    parameters.put(String.valueOf(verb).toUpperCase(Locale.ROOT) + " " + path, queried(said));
                }
            });
        }
    }

    private Set<String> queried(Stream<Map<?, ?>> said) {
        var names = new HashSet<String>();
        said.map(this::resolved)
                .filter(parameter -> "query".equals(parameter.get("in")))
                .forEach(parameter -> names.add(String.valueOf(parameter.get("name"))));
        return names;
    }

    private Map<?, ?> resolved(Map<?, ?> parameter) {
        var reference = parameter.get("$ref");
        if (reference == null) {
            return parameter;
        }
        var name = String.valueOf(reference);
        return inner(inner(inner(whole, "components"), "parameters"), name.substring(name.lastIndexOf('/') + 1));
    }

    private static Stream<Map<?, ?>> listed(Map<?, ?> holder) {
        return holder.get("parameters") instanceof List<?> list
                ? list.stream().map(each -> (Map<?, ?>) each)
                : Stream.of();
    }

    private static Stream<String> paths(Method method) {
        var base = "/" + method.getDeclaringClass().getAnnotation(Path.class).value();
        var own = Optional.ofNullable(method.getAnnotation(Path.class)).map(path -> "/" + path.value());
        var template = base + own.orElse("");
        var actions = ACTIONS.matcher(template);
        return actions.find()
                ? Arrays.stream(actions.group(1).split("\\|", -1)).map(actions::replaceFirst)
                : Stream.of(template);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(each -> Optional.ofNullable(each.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Map<?, ?> inner(Map<?, ?> map, String key) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
    }
}

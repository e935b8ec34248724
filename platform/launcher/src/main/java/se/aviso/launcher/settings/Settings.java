package se.aviso.launcher.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.PrivateProperties;

/**
 * Looks a setting up by MicroProfile's precedence: option of the command line, system property, environment, file.
 *
 * <p>Our own look-up, because these settings are needed before the server that has MicroProfile Config.
 */
public final class Settings {
    private final List<Function<String, Optional<String>>> layers;

    private final Map<String, String> file;

    private Settings(List<Function<String, Optional<String>>> layers, Map<String, String> file) {
        this.layers = List.copyOf(layers);
        this.file = Map.copyOf(file);
    }

    /** The settings of this process on this folder. */
    public static Settings of(Map<String, String> options, DataFolder folder) {
        return of(
                options,
                systemProperties(),
                System.getenv(),
                new PrivateProperties(folder.file("aviso.properties")).read());
    }

    /** Settings of these layers, the strongest first. */
    public static Settings of(
            Map<String, String> options,
            Map<String, String> system,
            Map<String, String> environment,
            Map<String, String> file) {
        return new Settings(
                List.of(
                        key -> Optional.ofNullable(options.get(key)),
                        key -> Optional.ofNullable(system.get(key)),
                        key -> fromEnvironment(environment, key),
                        key -> Optional.ofNullable(file.get(key))),
                file);
    }

    /** The value of a key; an empty value counts as none. */
    public Optional<String> find(String key) {
        return layers.stream()
                .map(layer -> layer.apply(key))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(value -> !value.isBlank());
    }

    /** The value of a key, or this one. */
    public String get(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    /** Those of the keys that have no value. */
    public List<String> missing(List<String> keys) {
        return keys.stream().filter(key -> find(key).isEmpty()).toList();
    }

    /**
     * Those settings of the data folder's file that nothing stronger overrides: the application has no other way to
     * them.
     */
    public Map<String, String> file() {
        return file.keySet().stream().collect(Collectors.toMap(key -> key, key -> get(key, "")));
    }

    private static Optional<String> fromEnvironment(Map<String, String> environment, String key) {
        var underscored = key.replaceAll("[^A-Za-z0-9]", "_");
        return Optional.ofNullable(environment.get(key))
                .or(() -> Optional.ofNullable(environment.get(underscored)))
                .or(() -> Optional.ofNullable(environment.get(underscored.toUpperCase(Locale.ROOT))));
    }

    private static Map<String, String> systemProperties() {
        var properties = System.getProperties();
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}

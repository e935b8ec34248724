package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** What the operator says of bank formats: all formats of a plugin are told the same. */
@ApplicationScoped
public class BankFormatConfig {
    private static final String KEY = "aviso.bank.";
    private static final String KIND = "bank-";

    @Inject
    Config config;

    /**
     * The operator's settings of the formats of a plugin, by the names that the plugin knows.
     *
     * @param plugin its id, which in keys is without the kind: {@code aviso.bank.camt.profiles} is of {@code bank-camt}
     */
    public Map<String, String> of(String plugin) {
        return settings(plugin, config.getPropertyNames(), key -> config.getOptionalValue(key, String.class));
    }

    /** The environment has its keys in capitals, and so settings of small letters alone. */
    static Map<String, String> settings(
            String plugin, Iterable<String> keys, Function<String, Optional<String>> values) {
        var prefix = KEY + (plugin.startsWith(KIND) ? plugin.substring(KIND.length()) : plugin) + ".";
        var environment = prefix.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        var settings = new HashMap<String, String>();
        for (var key : keys) {
            name(key, prefix)
                    .or(() -> name(key, environment).map(name -> name.toLowerCase(Locale.ROOT)))
                    .ifPresent(name -> values.apply(prefix + name).ifPresent(value -> settings.put(name, value)));
        }
        return settings;
    }

    private static Optional<String> name(String key, String prefix) {
        return Optional.of(key)
                .filter(it -> it.startsWith(prefix) && it.length() > prefix.length())
                .map(it -> it.substring(prefix.length()));
    }
}

package se.aviso.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/**
 * The settings that a plugin takes. A secret that is left empty stays as it is, unless the plugin is to call somewhere
 * else: else whoever may write settings, and may not see the secret, had it sent to where he can.
 */
public record SettingsForm(List<SettingField> fields) {
    /** Of a plugin that takes none. */
    public static final SettingsForm NONE = new SettingsForm(List.of());

    public SettingsForm {
        fields = List.copyOf(fields);
    }

    /**
     * What is kept, of what was written and what is kept already: names that the form lacks are refused, and every
     * fault is told.
     *
     * @param written by name; empty values are none
     * @param kept what stands already, secrets opened
     * @throws RuleViolation at {@code /settings/NAME}
     */
    public Map<String, String> taken(Map<String, String> written, Map<String, String> kept) {
        var faults = new ArrayList<Fault>();
        written.keySet().stream()
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> faults.add(fault("setting-unknown", name)));
        var stays = movesNowhere(written, kept) ? kept : Map.<String, String>of();
        var taken = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = value(field, written, stays);
            if (value.isEmpty()) {
                missing(field, kept).ifPresent(code -> faults.add(fault(code, field.name())));
            } else {
                field.fault(value).ifPresent(code -> faults.add(fault(code, field.name())));
                taken.put(field.name(), value);
            }
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return taken;
    }

    /** What a plugin is given: the kept values, and the defaults of those that are missing. */
    public Map<String, String> given(Map<String, String> kept) {
        var given = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = kept.getOrDefault(field.name(), field.otherwise());
            if (!value.isEmpty()) {
                given.put(field.name(), value);
            }
        }
        return given;
    }

    /** True when the setting of that name is a secret. */
    public boolean isSecret(String name) {
        return fields.stream().anyMatch(field -> field.secret() && field.name().equals(name));
    }

    private boolean movesNowhere(Map<String, String> written, Map<String, String> kept) {
        return fields.stream()
                .noneMatch(field ->
                        field.moves(written.getOrDefault(field.name(), "").strip(), kept));
    }

    /** What is wrong with a setting that is not there. */
    private static Optional<String> missing(SettingField field, Map<String, String> kept) {
        if (field.secret() && kept.containsKey(field.name())) {
            return Optional.of("setting-secret-again");
        }
        return field.required() ? Optional.of("setting-required") : Optional.empty();
    }

    private static String value(SettingField field, Map<String, String> written, Map<String, String> kept) {
        var value = written.getOrDefault(field.name(), "").strip();
        return value.isEmpty() && field.secret() ? kept.getOrDefault(field.name(), "") : value;
    }

    private static Fault fault(String code, String name) {
        return new Fault(code, "/settings/" + name, Map.of("setting", name));
    }
}

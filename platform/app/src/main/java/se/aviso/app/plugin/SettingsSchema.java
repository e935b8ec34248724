package se.aviso.app.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.web.Json;
import se.aviso.plugin.SettingField;
import se.aviso.plugin.SettingField.Limits;
import se.aviso.plugin.SettingsForm;

/**
 * Reads the JSON Schema (2020-12) in which a plugin describes its settings: an object of texts, numbers and flags.
 * {@code writeOnly} marks a secret, {@code format: textarea} a long text, {@code format: uri} or {@code hostname} where
 * the plugin calls. What the form cannot show is refused.
 */
final class SettingsSchema {
    private SettingsSchema() {}

    /** @throws IllegalArgumentException when it is no such schema */
    static SettingsForm form(String schema) {
        var root = Json.read(schema, new TypeReference<Map<String, Object>>() {});
        var required = list(root.get("required"));
        var fields = new ArrayList<SettingField>();
        object(root.get("properties"))
                .forEach((name, field) -> fields.add(field(name, object(field), required.contains(name))));
        return new SettingsForm(fields);
    }

    private static SettingField field(String name, Map<String, Object> says, boolean required) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]{0,39}")) {
            throw new IllegalArgumentException("a setting cannot be called " + name);
        }
        return new SettingField(
                name,
                type(says),
                text(says, "title").orElse(name),
                text(says, "description").orElse(""),
                required,
                Boolean.TRUE.equals(says.get("writeOnly")),
                text(says, "default").orElse(""),
                list(says.get("enum")),
                limits(says));
    }

    private static SettingField.Type type(Map<String, Object> says) {
        return switch (text(says, "type").orElse("string")) {
            case "string" -> ofText(text(says, "format").orElse(""));
            case "integer" -> SettingField.Type.WHOLE;
            case "number" -> SettingField.Type.NUMBER;
            case "boolean" -> SettingField.Type.FLAG;
            default -> throw new IllegalArgumentException("no form can show a setting of type " + says.get("type"));
        };
    }

    private static SettingField.Type ofText(String format) {
        return switch (format) {
            case "textarea" -> SettingField.Type.LONG_TEXT;
            case "uri", "hostname" -> SettingField.Type.ADDRESS;
            default -> SettingField.Type.TEXT;
        };
    }

    private static Limits limits(Map<String, Object> says) {
        return new Limits(
                text(says, "pattern"),
                number(says, "maxLength").map(BigDecimal::intValueExact).orElse(Limits.NONE.longest()),
                number(says, "minimum"),
                number(says, "maximum"));
    }

    private static Optional<String> text(Map<String, Object> says, String key) {
        return Optional.ofNullable(says.get(key)).map(Object::toString);
    }

    private static Optional<BigDecimal> number(Map<String, Object> says, String key) {
        return text(says, key).map(BigDecimal::new);
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Object> object(@Nullable Object value) {
        var all = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> pairs) {
            pairs.forEach((key, each) -> all.put(String.valueOf(key), each));
        }
        return all;
    }
}

package se.aviso.plugin;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A setting of a plugin, as its schema describes it.
 *
 * @param title what people see; the name where the schema has none
 * @param choices the values that it may have; none where it is free
 * @param secret never shown again, and kept sealed
 */
public record SettingField(
        String name,
        Type type,
        String title,
        String help,
        boolean required,
        boolean secret,
        String otherwise,
        List<String> choices,
        Limits limits) {
    public SettingField {
        choices = List.copyOf(choices);
    }

    /** What a value is. */
    public enum Type {
        TEXT,
        /** Several lines. */
        LONG_TEXT,
        /** Where the plugin calls: a secret is not taken along to another one. */
        ADDRESS,
        WHOLE,
        NUMBER,
        FLAG
    }

    /**
     * How a value must be.
     *
     * @param pattern that it must hold, somewhere in it as JSON Schema says
     */
    public record Limits(Optional<String> pattern, int longest, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        /** Nothing but a length that a form can carry. */
        public static final Limits NONE = new Limits(Optional.empty(), 2_000, Optional.empty(), Optional.empty());
    }

    /** True when the plugin would call somewhere else than before. */
    boolean moves(String value, Map<String, String> kept) {
        return type == Type.ADDRESS && !value.equals(kept.getOrDefault(name, otherwise));
    }

    /** What is wrong with a value that is there; nothing where it is right. */
    public Optional<String> fault(String value) {
        if (value.length() > limits.longest || (!choices.isEmpty() && !choices.contains(value))) {
            return Optional.of("setting-value");
        }
        return fits(value) ? Optional.empty() : Optional.of("setting-value");
    }

    private boolean fits(String value) {
        return switch (type) {
            case TEXT, ADDRESS -> value.chars().noneMatch(Character::isISOControl) && matches(value);
            case LONG_TEXT -> matches(value);
            case FLAG -> value.equals("true") || value.equals("false");
            case WHOLE -> value.matches("-?[0-9]{1,18}") && within(new BigDecimal(value));
            case NUMBER -> value.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") && within(new BigDecimal(value));
        };
    }

    private boolean matches(String value) {
        try {
            return limits.pattern
                    .filter(wanted -> !Pattern.compile(wanted).matcher(value).find())
                    .isEmpty();
        } catch (PatternSyntaxException unreadable) {
            return false;
        }
    }

    private boolean within(BigDecimal number) {
        return limits.least.filter(least -> number.compareTo(least) < 0).isEmpty()
                && limits.most.filter(most -> number.compareTo(most) > 0).isEmpty();
    }
}

package se.aviso.launcher.settings;

import java.util.Locale;
import se.aviso.launcher.console.Refusal;

/** How seriously this Aviso is meant. */
public enum Mode {
    DEMO,
    DEVELOPMENT,
    PRODUCTION;

    /** The mode of this name. */
    public static Mode named(String name) {
        for (var mode : values()) {
            if (mode.key().equals(name.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new Refusal("The mode \"" + name + "\" is none of demo, development and production.");
    }

    /** The name in settings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

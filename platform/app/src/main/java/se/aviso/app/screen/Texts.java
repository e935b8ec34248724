package se.aviso.app.screen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The words of the screens in the user's language: {@code #{t['dispatch.title']}} is the key {@code title} of the slice
 * {@code dispatch}, whose bundle {@code screen} stands in the package of the slice.
 */
@Named("t")
@RequestScoped
public class Texts extends AbstractMap<String, String> {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Inject
    Desk desk;

    @Override
    public String get(Object key) {
        return text(String.valueOf(key), desk.getLocale());
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    /** The text with its blanks {@code {0}}, {@code {1}} filled in. */
    public String with(String key, Object... values) {
        return new MessageFormat(get(key), desk.getLocale()).format(values);
    }

    /** The word for a constant: key {@code DispatchState.SENT} of the slice in whose package the enum stands. */
    public String of(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var slice = type.getPackageName().replaceFirst("^se\\.aviso\\.(app\\.)?", "");
        return get(slice + "." + type.getSimpleName() + "." + constant.name());
    }

    /** The keys are not listed: bundles are many, and only asked. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    /**
     * The text of a key in a language, for what has no desk; the key itself where there is none, which the build
     * forbids.
     */
    public static String text(String key, Locale language) {
        var dot = key.indexOf('.');
        try {
            return ResourceBundle.getBundle(
                            "se.aviso.app." + key.substring(0, Math.max(dot, 0)) + ".screen",
                            language,
                            Texts.class.getClassLoader(),
                            NO_FALLBACK)
                    .getString(key.substring(dot + 1));
        } catch (MissingResourceException absent) {
            return key;
        }
    }
}

package se.aviso.app.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that Aviso speaks, and which of them somebody is answered in. */
public final class SpokenLanguage {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final List<Locale> ALL = List.of(SWEDISH, Locale.ENGLISH);

    private SpokenLanguage() {}

    /** The one that an {@code Accept-Language} header likes best; Swedish when it names neither. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return SWEDISH;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
            return found == null ? SWEDISH : found;
        } catch (IllegalArgumentException malformed) {
            return SWEDISH;
        }
    }
}

package se.aviso.app.member;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import se.aviso.invoice.LineWords;

/** The words on invoice lines beside the type's name, in the payer's language. */
final class LineTexts {
    /** The root bundle is Swedish; the server's own language must not come between. */
    private static final ResourceBundle.Control SWEDISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<String, LineWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private LineTexts() {}

    static LineWords of(String language) {
        return BY_LANGUAGE.computeIfAbsent("en".equals(language) ? "en" : "sv", LineTexts::read);
    }

    private static LineWords read(String language) {
        var bundle =
                ResourceBundle.getBundle("se.aviso.app.member.lines", Locale.forLanguageTag(language), SWEDISH_ELSE);
        return new LineWords(bundle.getString("entryFee"), bundle.getString("familyCap"));
    }
}

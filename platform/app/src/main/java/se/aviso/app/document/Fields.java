package se.aviso.app.document;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A map of a template's values in the making; an empty text is left out, so that the template sees it as absent. */
final class Fields {
    private static final char LAST_CONTROL = 0x1f;
    private static final char FIRST_COMBINING = 0x300;

    private final Map<String, Object> values = new HashMap<>();

    Fields with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** A text in composed form and without control characters, which neither XHTML nor a font knows. */
    Fields text(String name, String text) {
        if (!text.isEmpty()) {
            values.put(name, printable(text));
        }
        return this;
    }

    static String printable(String text) {
        return isPlain(text) ? text : composed(text);
    }

    /** Whether every letter is one that is neither composed with others nor a control character. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter <= LAST_CONTROL || letter >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    private static String composed(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.chars().noneMatch(c -> c <= LAST_CONTROL)) {
            return composed;
        }
        return composed.replaceAll("[\\x00-\\x1f]", " ");
    }

    Map<String, Object> all() {
        return Collections.unmodifiableMap(values);
    }
}

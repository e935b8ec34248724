package se.aviso.app.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import se.aviso.app.web.ProblemTexts;

/**
 * Why a recipient was not done and what can be done about it, in somebody's language; the codes are those of problems,
 * but for what is no problem: that nothing is due.
 */
public record ReasonTexts(Locale language) {
    private static final String NOW = ".now";

    /** What is wrong. */
    public String what(String code) {
        return find(code);
    }

    /** What can be done; empty where nothing needs to be. */
    public Optional<String> now(String code) {
        var key = code + NOW;
        return Optional.of(find(key)).filter(text -> !text.equals(key));
    }

    private String find(String key) {
        var own = ResourceBundle.getBundle(
                "se.aviso.app.run.reasons",
                language,
                ReasonTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return own.containsKey(key)
                ? own.getString(key)
                : ProblemTexts.in(language).detail(key, Map.of());
    }
}

package se.aviso.app.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.aviso.app.web.ProblemTexts;

/**
 * Why a recipient was not done and what can be done about it, in somebody's language; the codes are those of problems.
 */
public record ReasonTexts(Locale language) {
    /** What is wrong. */
    public String what(String code) {
        return ProblemTexts.in(language).detail(code, Map.of());
    }

    /** What can be done; empty where nothing needs to be. */
    public Optional<String> now(String code) {
        return ProblemTexts.in(language).now(code);
    }
}

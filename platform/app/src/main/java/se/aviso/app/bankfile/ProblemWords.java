package se.aviso.app.bankfile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import se.aviso.app.screen.Texts;

/** What a format says is wrong with a file, in the user's words; a code that is new to us has those of its kind. */
@RequestScoped
public class ProblemWords {
    private static final String KEY = "bankfile.problem.";

    @Inject
    Texts texts;

    String of(String code) {
        var words = texts.get(KEY + code);
        return words.equals(KEY + code) ? texts.get(KEY + (isSum(code) ? "SUM" : "OTHER")) : words;
    }

    /** By the endings that formats give what the bank has counted. */
    private static boolean isSum(String code) {
        return code.endsWith("_SUM") || code.endsWith("_COUNT");
    }
}

package se.aviso.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of problems, by code, in the caller's language. */
public final class ProblemTexts {
    /** Where the texts stand: why somebody is not billed, money that came and drawn pages have files of their own. */
    static final List<String> BUNDLES = List.of(
            "se.aviso.app.web.problems",
            "se.aviso.app.web.reasons",
            "se.aviso.app.web.money",
            "se.aviso.app.web.pages");

    private final Locale language;
    private final List<ResourceBundle> bundles;

    private ProblemTexts(Locale language) {
        this.language = language;
        bundles = BUNDLES.stream().map(name -> bundle(name, language)).toList();
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name,
                language,
                ProblemTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in a language that we have. */
    public static ProblemTexts in(Locale language) {
        return new ProblemTexts(language);
    }

    /** The texts for an {@code Accept-Language} header; Swedish when it names neither language. */
    static ProblemTexts forHeader(@Nullable String acceptLanguage) {
        return new ProblemTexts(SpokenLanguage.of(acceptLanguage));
    }

    /** The text of a code, its facts filled in at {@code {fact}}, amounts at {@code {fact:amount}}. */
    public String detail(String code, Map<String, String> facts) {
        var text = find(code, code);
        for (var fact : facts.entrySet()) {
            var place = "{" + fact.getKey() + ":amount}";
            if (text.contains(place)) {
                var currency = facts.getOrDefault("currency", "SEK");
                text = text.replace(place, WrittenAmount.shown(fact.getValue(), currency, language));
            }
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return text;
    }

    /** What can be done about it; empty where nothing needs to be, or the text says so itself. */
    public Optional<String> now(String code) {
        return Optional.of(find(code + ".now", "")).filter(text -> !text.isEmpty());
    }

    /** The heading of a code: its own, or that of the status. */
    public String title(String code, int status) {
        return find(code + ".title", find("status." + status, code));
    }

    private String find(String key, String otherwise) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> bundle.getString(key))
                .orElse(otherwise);
    }
}

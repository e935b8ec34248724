package se.aviso.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
    /** A code stands as a string where a violation, a fault or a problem of the edge is made. */
    private static final Pattern CODE = Pattern.compile(
            "(?:RuleViolation\\.of\\(|RuleViolation\\.at\\([^\"]*(?:\"/[^\"]*\"[^\"]*)?,|new (?:RuleViolation\\.)?Fault\\("
                    + "|new HttpProblem\\(\\s*\\w+,|unauthorized\\(|HttpProblem\\.badRequest\\(|Problems\\.answer\\(\\s*[\\w.]+,)"
                    + "\\s*\"([a-z][a-z0-9-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyCodeOfTheSourcesHasAText(String language) {
        assertThat(texts(language)).containsAll(codes());
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(texts("sv")).isEqualTo(texts("en"));
    }

    @Test
    void theCallersLanguageIsTheFirstThatWeSpeak() {
        var texts = ProblemTexts.forHeader("de, en;q=0.8, sv;q=0.5");
        assertThat(texts.detail("too-many-requests", Map.of("seconds", "7")))
                .isEqualTo("Too many requests. Try again in 7 seconds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", ";;;", "sv-SE"})
    void otherwiseItIsSwedish(String header) {
        assertThat(ProblemTexts.forHeader(header).detail("not-found", Map.of())).isEqualTo("Här finns inget.");
    }

    @Test
    void anAmountInATextIsWrittenAsPeopleDo() {
        var facts = Map.of("open", "1150.00", "currency", "SEK");
        assertThat(ProblemTexts.forHeader("sv").detail("allocation-over-open", facts))
                .endsWith(": 1\u00a0150,00\u00a0kr.");
    }

    private static Set<String> codes() {
        var codes = new TreeSet<String>();
        for (var sources : new Path[] {Path.of("src/main/java"), Path.of("../core/src/main/java")}) {
            try (var files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> collect(file, codes));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return codes;
    }

    private static void collect(Path file, Set<String> codes) {
        try {
            var found = CODE.matcher(Files.readString(file));
            while (found.find()) {
                codes.add(found.group(1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> texts(String language) {
        var keys = new TreeSet<String>();
        for (var name : ProblemTexts.BUNDLES) {
            keys.addAll(ResourceBundle.getBundle(
                            name,
                            java.util.Locale.forLanguageTag(language),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .keySet());
        }
        return keys;
    }
}

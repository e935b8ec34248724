package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word on a screen exists in Swedish and in English. */
class WordsTest {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Pattern KEY =
            Pattern.compile("\\bt(?:exts)?(?:\\[|\\.with\\(|\\.get\\()\\s*['\"]([^'\"]+)['\"]([.]concat|\\s*\\+)?");

    static List<String> slices() {
        return Pages.slicesWithWords();
    }

    static Collection<String> pages() {
        return Pages.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void aSliceHasTheSameWordsInBothLanguages(String slice) {
        assertThat(keys(slice, Locale.UK)).isEqualTo(keys(slice, SWEDISH));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void noWordIsEmptyAndEachCanBeFilledIn(String slice) {
        for (var language : List.of(SWEDISH, Locale.UK)) {
            for (var key : keys(slice, language)) {
                var word = Texts.text(slice + "." + key, language);
                assertThat(word).as(slice + "." + key).isNotBlank();
                assertThat(new MessageFormat(word, language).format(new Object[] {1, 2, 3}))
                        .isNotBlank();
            }
        }
    }

    /** Of two lines with one key the later would win, without a word. */
    @ParameterizedTest
    @MethodSource("slices")
    void noKeyStandsTwice(String slice) throws IOException {
        for (var file : List.of("screen.properties", "screen_en.properties")) {
            var path = "/se/aviso/app/" + slice + "/" + file;
            try (var stream = Objects.requireNonNull(WordsTest.class.getResourceAsStream(path), path)) {
                var keys = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .toList();
                assertThat(keys).as(path).doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyWordThatAPageNamesExists(String page) {
        assertThat(missing(Pages.text(page))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sourcesWithWords")
    void everyWordThatAViewNamesExists(String source) {
        assertThat(missing(source)).isEmpty();
    }

    static Stream<String> sourcesWithWords() {
        return Pages.sources().stream().filter(source -> source.contains("Texts texts"));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void anEnumThatHasOneWordHasAllOfThem(String slice) {
        var known = keys(slice, SWEDISH);
        enumsOf(slice)
                .filter(type -> known.stream().anyMatch(key -> key.startsWith(type.getSimpleName() + ".")))
                .forEach(type -> assertThat(known)
                        .containsAll(Arrays.stream(type.reflect().getEnumConstants())
                                .map(constant -> type.getSimpleName() + "." + ((Enum<?>) constant).name())
                                .toList()));
    }

    private static Stream<JavaClass> enumsOf(String slice) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("se.aviso.app." + slice, "se.aviso." + slice)
                        .stream()
                        .filter(JavaClass::isEnum);
    }

    /** A key with a dot at its end is the beginning of several. */
    private static List<String> missing(String text) {
        return KEY.matcher(text)
                .results()
                .filter(found -> found.group(1).contains("."))
                .filter(found -> !exists(found.group(1), found.group(2) != null))
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean exists(String key, boolean beginning) {
        var slice = key.substring(0, key.indexOf('.'));
        var rest = key.substring(key.indexOf('.') + 1);
        if (!Pages.slicesWithWords().contains(slice)) {
            return false;
        }
        var known = keys(slice, SWEDISH);
        return beginning ? known.stream().anyMatch(word -> word.startsWith(rest)) : known.contains(rest);
    }

    private static Set<String> keys(String slice, Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new TreeSet<>(ResourceBundle.getBundle("se.aviso.app." + slice + ".screen", language, control)
                .keySet());
    }
}

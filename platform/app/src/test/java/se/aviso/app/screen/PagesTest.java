package se.aviso.app.screen;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page keeps to. */
class PagesTest {
    /** A button's act, or what is called while somebody types; what a page calls when it is made only reads. */
    private static final String OCCASION = "(?:action(?:Listener)?|<p:ajax\\b[^>]*\\slistener|valueChangeListener)";

    private static final Pattern ACT = Pattern.compile(OCCASION + "=\"#\\{(?!request\\.|address\\.)(\\w+)\\.(\\w+)");

    /** Whatever is called, however it is written. */
    private static final Pattern CALLED = Pattern.compile(OCCASION + "=\"(?!#\\{(?:request|address)\\.)[^\"]*\"");

    /** Read once: it takes seconds. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.aviso.app");

    private static final List<JavaClass> VIEWS = CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(Screen.class) || type.isAnnotatedWith(PublicScreen.class))
            .toList();

    private static final List<JavaClass> BEANS =
            CLASSES.stream().filter(type -> type.isAnnotatedWith(Named.class)).toList();

    static Collection<String> pages() {
        return Pages.all().keySet();
    }

    @Test
    void everyPageHasAViewThatSaysWhatItNeeds() {
        assertThat(Pages.addressed().keySet()).isNotEmpty().allMatch(declared()::contains);
    }

    @Test
    void everyViewHasItsPage() {
        assertThat(declared().stream().filter(path -> path.endsWith(".xhtml")))
                .isNotEmpty()
                .allMatch(Pages.addressed()::containsKey);
    }

    /** Where a page is shown to more people than may act on it, the act says for itself what it needs. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyActOfAPageNeedsMoreThanToRead(String page) {
        var writing = isForThoseWhoMayAct(page);
        ACT.matcher(Pages.text(page))
                .results()
                .filter(act -> !writing)
                .forEach(act -> assertThat(saysWhatItNeeds(act.group(1), act.group(2)))
                        .as(act.group())
                        .isTrue());
    }

    /** Else the act would not be found above. */
    @ParameterizedTest
    @MethodSource("pages")
    void anActIsWrittenAsOneMethodOfOneView(String page) {
        assertThat(CALLED.matcher(Pages.text(page)).results().map(MatchResult::group))
                .allMatch(act -> ACT.matcher(act).lookingAt() && !act.contains("?"));
    }

    @Test
    void actsAreFoundOnPages() {
        assertThat(Pages.all().values().stream()
                        .flatMap(text -> ACT.matcher(text).results()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void noTwoViewsClaimOnePage() {
        assertThat(views().map(PagesTest::path)).doesNotHaveDuplicates();
    }

    @Test
    void publicPagesAndNoOthersStandUnderPublic() {
        views().forEach(view -> assertThat(path(view).startsWith("/public/"))
                .as(view.getName())
                .isEqualTo(view.isAnnotatedWith(PublicScreen.class)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoStyleAndNoScriptOfItsOwn(String page) {
        assertThat(Pages.text(page))
                .doesNotContainPattern("(?i)<style|\\sstyle=|<h:outputStylesheet|javascript:")
                .doesNotContainPattern("(?is)<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("(?i)\\son(click|change|load|submit|key\\w+|focus|blur)=");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void ajaxIsPrimeFacesAlone(String page) {
        assertThat(Pages.text(page)).doesNotContain("<f:ajax").doesNotContain("escape=\"false\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoWordsOutsideTheBundles(String page) {
        var words = Pages.text(page)
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("#\\{[^}]*}", " ")
                .replaceAll("\\b(Aviso|Svenska|English|OCR)\\b", " ");
        assertThat(words).doesNotContainPattern("\\p{L}{2,}");
    }

    /** A part of pages is seen on them alone. */
    private static boolean isForThoseWhoMayAct(String page) {
        var wholes = Pages.addressed().entrySet().stream()
                .filter(whole -> whole.getValue().contains("src=\"" + page + "\""))
                .map(Map.Entry::getKey)
                .toList();
        return views().filter(view -> path(view).equals(page)).anyMatch(PagesTest::isOfThoseWhoMayAct)
                || (!wholes.isEmpty() && wholes.stream().allMatch(PagesTest::isForThoseWhoMayAct));
    }

    private static boolean isOfThoseWhoMayAct(JavaClass view) {
        return view.tryGetAnnotationOfType(Screen.class)
                .map(screen -> !screen.needs().name().endsWith("_READ"))
                .orElse(true);
    }

    /** A page can have beans beside its view. */
    private static boolean saysWhatItNeeds(String bean, String method) {
        return BEANS.stream()
                .filter(view -> view.getSimpleName().equalsIgnoreCase(bean))
                .anyMatch(view -> view.isAnnotatedWith(PublicScreen.class)
                        || view.getMethods().stream()
                                .anyMatch(
                                        each -> each.getName().equals(method) && each.isAnnotatedWith(ActNeeds.class)));
    }

    private static Set<String> declared() {
        return views().map(PagesTest::path).collect(toSet());
    }

    private static String path(JavaClass view) {
        Optional<String> own = view.tryGetAnnotationOfType(Screen.class).map(Screen::path);
        return own.orElseGet(() -> view.getAnnotationOfType(PublicScreen.class).path());
    }

    private static Stream<JavaClass> views() {
        return VIEWS.stream();
    }
}

package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every registered page, as each user: open to whom it is for and to nobody else, usable, and in both languages. */
@OnRunningDemo
class PagesProof {
    private static final Pattern KEY =
            Pattern.compile("\\?\\?\\?|\\b(" + String.join("|", PageAddress.slices()) + ")\\.[A-Za-z]\\w*");

    private final Demo demo;
    private final List<PageAddress> pages = PageAddress.all();

    PagesProof(Demo demo) {
        this.demo = demo;
    }

    @Test
    void thePagesAreFound() {
        assertThat(pages).extracting(PageAddress::path).contains("/", "/home/home.xhtml", "/dispatch/list.xhtml");
    }

    @TestFactory
    Stream<DynamicNode> whoMayOpenAPageCanUseIt() {
        return Arrays.stream(User.values()).map(user -> {
            var window = demo.as(user);
            var trails = Trails.from(window, pages);
            var tests = pages.stream()
                    .filter(page -> user.may(page) && !page.file())
                    .map(page -> dynamicTest(page.path(), () -> {
                        assertUsable(window, trails.to(page), "sv");
                        window.speak("en");
                        assertSpeaks(window, trails.to(page), "en");
                        window.speak("sv");
                    }));
            return dynamicContainer(user.login(), tests.onClose(window::close));
        });
    }

    @TestFactory
    Stream<DynamicNode> filesThatPagesLinkToComeToWhomTheyAreFor() {
        return Arrays.stream(User.values()).map(user -> {
            var window = demo.as(user);
            var trails = Trails.from(window, pages);
            var tests = pages.stream()
                    .filter(page -> user.may(page) && page.file() && trails.leadTo(page))
                    .map(page -> dynamicTest(
                            page.path(),
                            () -> assertThat(window.ask(trails.to(page)).status())
                                    .isIn(200, 302)));
            return dynamicContainer(user.login(), tests.onClose(window::close));
        });
    }

    @TestFactory
    Stream<DynamicNode> whoMayNotIsRefused() {
        return Arrays.stream(User.values()).map(user -> {
            var window = demo.as(user);
            var tests = pages.stream()
                    .filter(page -> page.needs().isPresent() && !user.may(page))
                    .map(page -> dynamicTest(
                            page.path(),
                            () -> assertThat(window.ask(page.path()).status()).isEqualTo(403)));
            return dynamicContainer(user.login(), tests.onClose(window::close));
        });
    }

    @TestFactory
    Stream<DynamicNode> whatIsPublicIsUsableByEverybody() {
        var trails = Trails.from(demo.as(User.OFFICE), pages);
        var nobody = demo.window();
        return pages.stream()
                .filter(page -> page.needs().isEmpty() && !page.file())
                .map(page -> dynamicTest(page.path(), () -> assertUsable(nobody, trails.to(page), "sv")));
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, /home/home.xhtml, 403", "MEMBER, /nowhere.xhtml, 404", "OFFICE, /nowhere, 404"})
    void aRefusalIsAPageThatCanBeRead(User user, String path, int status) {
        try (var window = demo.as(user)) {
            assertThat(window.open(path)).isEqualTo(status);
            assertThat(window.text()).doesNotContainPattern(KEY);
            assertThat(window.barriers()).isEmpty();
            assertThat(window.dark().narrow().barriers()).isEmpty();
            assertThat(window.sticksOut()).isEmpty();
            assertThat(window.page().evaluate("document.querySelector('svg.icon') instanceof SVGElement"))
                    .as("the icon is drawn")
                    .isEqualTo(true);
        }
    }

    private static void assertUsable(Window window, String address, String language) {
        window.wide().light();
        assertSpeaks(window, address, language);
        assertThat(window.barriers()).as("axe, light: " + address).isEmpty();
        assertThat(window.dark().barriers()).as("axe, dark: " + address).isEmpty();
        assertThat(window.narrow().light().barriers())
                .as("axe, 360 px: " + address)
                .isEmpty();
        assertThat(window.sticksOut()).as("sideways at 360 px: " + address).isEmpty();
        assertThat(window.complaints()).as("the browser on " + address).isEmpty();
    }

    private static void assertSpeaks(Window window, String address, String language) {
        assertThat(window.open(address)).as(address).isEqualTo(200);
        assertThat(window.page().getAttribute("html", "lang")).isEqualTo(language);
        assertThat(window.text()).as("words on " + address).doesNotContainPattern(KEY);
    }
}

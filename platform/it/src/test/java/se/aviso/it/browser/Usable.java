package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * What must hold of every page: it answers, speaks, keeps nobody out, fits a telephone, and no rule of it is broken.
 */
final class Usable {
    /** A key of the bundles where its text should be. */
    static final Pattern KEY =
            Pattern.compile("\\?\\?\\?|\\b(" + String.join("|", PageAddress.slices()) + ")\\.[A-Za-z]\\w*");

    private Usable() {}

    /** Opens the page, and looks at it light, dark and at 360 px. */
    static void assertUsable(Window window, String address, String language) {
        window.wide().light();
        assertSpeaks(window, address, language);
        assertUsableNow(window, address);
    }

    /** Looks at the page that stands in the window. */
    static void assertUsableNow(Window window, String address) {
        assertThat(window.wide().light().barriers())
                .as("axe, light: " + address)
                .isEmpty();
        assertThat(window.dark().faintWords()).as("axe, dark: " + address).isEmpty();
        assertThat(window.narrow().light().barriers())
                .as("axe, 360 px: " + address)
                .isEmpty();
        assertThat(window.sticksOut()).as("sideways at 360 px: " + address).isEmpty();
        assertThat(window.complaints()).as("the browser on " + address).isEmpty();
        window.wide();
    }

    /** Opens the page: it answers, in this language, and no word is missing. */
    static void assertSpeaks(Window window, String address, String language) {
        assertThat(window.open(address)).as(address).isEqualTo(200);
        assertThat(window.page().getAttribute("html", "lang")).isEqualTo(language);
        assertThat(window.text()).as("words on " + address).doesNotContainPattern(KEY);
    }

    /** Asks for the page and does not show it: it answers, and no word is missing. */
    static void assertReadable(Window window, String address) {
        var answer = window.ask(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(Jsoup.parse(answer.text()).text()).as("words on " + address).doesNotContainPattern(KEY);
    }
}

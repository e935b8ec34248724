package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static se.aviso.it.browser.Usable.assertReadable;
import static se.aviso.it.browser.Usable.assertSpeaks;
import static se.aviso.it.browser.Usable.assertUsable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every registered page, as each user: open to whom it is for and to nobody else, usable, and in both languages.
 *
 * <p>A build looks at each page as the first user to whom it has something to show, and reads it as the others; a proof
 * looks at it as everybody.
 */
@OnRunningDemo
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    /**
     * Behind a form that somebody sends, behind something that went wrong, or of something that somebody has to make
     * first and the demo has none of.
     */
    private static final Set<String> LED_TO_BY_AN_ACT = Set.of(
            "/accounting/export.file",
            "/accounting/export.xhtml",
            "/dunning/collector.file",
            "/refund/export.xml",
            "/payment/chargeback.xhtml",
            "/pickup/file.xhtml",
            "/pickup/file.bin",
            "/public/joined.xhtml",
            "/public/enter.xhtml",
            "/public/pay.xhtml",
            "/public/invoice.pdf",
            "/access/invite.xhtml",
            "/dispatch/resend.xhtml",
            "/privacy/number.xhtml",
            "/privacy/certificate.xhtml",
            "/search/results.xhtml",
            "/shell/language");

    private final Demo demo;
    private final List<PageAddress> pages = PageAddress.all();
    private final Map<User, Trails> trails = new EnumMap<>(User.class);
    private final Set<PageAddress> lookedAt = new HashSet<>();

    PagesIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void thePagesAreFound() {
        assertThat(pages).extracting(PageAddress::path).contains("/", "/home/home.xhtml", "/dispatch/list.xhtml");
    }

    @TestFactory
    Stream<DynamicNode> whoMayOpenAPageCanUseIt() {
        return forEachUser((user, window) -> pages.stream()
                .filter(page -> user.may(page) && !page.file())
                .map(page -> dynamicTest(page.path(), () -> canBeUsed(window, trailsOf(user, window), page))));
    }

    /** A page to which no link of this user leads has nothing to show him, and says so. */
    private void canBeUsed(Window window, Trails trails, PageAddress page) {
        if (!trails.leadTo(page) && window.ask(page.path()).status() == 404) {
            return;
        }
        if (lookedAt.add(page) || Thoroughness.WANTED.looksAsEverybody()) {
            assertUsable(window, trails.to(page), "sv");
            window.speak("en");
            assertSpeaks(window, trails.to(page), "en");
            window.speak("sv");
        } else {
            assertReadable(window, trails.to(page));
        }
    }

    private Stream<DynamicNode> forEachUser(BiFunction<User, Window, Stream<DynamicTest>> tests) {
        return Arrays.stream(User.values()).map(user -> {
            var window = demo.as(user);
            return dynamicContainer(user.login(), tests.apply(user, window).onClose(window::close));
        });
    }

    private Trails trailsOf(User user, Window window) {
        return trails.computeIfAbsent(user, unknown -> {
            var followed = Trails.from(window, pages);
            followed.goOn(window, "/invoice/detail.xhtml?id=" + invoiceWithABalance());
            return followed;
        });
    }

    /** One of the demo's invoices that took of a credit balance; among thousands few did. */
    private String invoiceWithABalance() {
        return demo.books()
                .column("demo", "select invoice_id::text from credit_movement where invoice_id is not null limit 1")
                .get(0);
    }

    @Test
    void linksLeadSomebodyToEveryPage() {
        var unreached = pages.stream()
                .map(PageAddress::path)
                .filter(path -> !LED_TO_BY_AN_ACT.contains(path))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var user : User.values()) {
            try (var window = demo.as(user)) {
                var trails = trailsOf(user, window);
                assertThat(trails.dead()).as("dead links of " + user.login()).isEmpty();
                pages.stream().filter(trails::leadTo).map(PageAddress::path).forEach(unreached::remove);
            }
        }
        assertThat(unreached).isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> filesThatPagesLinkToComeToWhomTheyAreFor() {
        return forEachUser((user, window) -> pages.stream()
                .filter(page -> user.may(page) && page.file())
                .filter(page -> trailsOf(user, window).leadTo(page))
                .map(page -> dynamicTest(
                        page.path(),
                        () -> assertThat(window.ask(trailsOf(user, window).to(page))
                                        .status())
                                .isIn(200, 302))));
    }

    @TestFactory
    Stream<DynamicNode> whoMayNotIsRefused() {
        return forEachUser((user, window) -> pages.stream()
                .filter(page -> page.needs().isPresent() && !user.may(page))
                .map(page -> dynamicTest(
                        page.path(),
                        () -> assertThat(window.ask(page.path()).status()).isEqualTo(403))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsPublicIsUsableByEverybody() {
        Trails trails;
        try (var window = demo.as(User.TREASURER)) {
            trails = trailsOf(User.TREASURER, window);
        }
        var nobody = demo.window();
        return pages.stream()
                .filter(page -> page.needs().isEmpty() && !page.file() && !LED_TO_BY_AN_ACT.contains(page.path()))
                .map(page -> dynamicTest(page.path(), () -> assertUsable(nobody, trails.to(page), "sv")))
                .onClose(nobody::close);
    }

    @ParameterizedTest
    @CsvSource({"MEMBER, /home/home.xhtml, 403", "MEMBER, /nowhere.xhtml, 404", "OFFICE, /nowhere, 404"})
    void aRefusalIsAPageThatCanBeRead(User user, String path, int status) {
        try (var window = demo.as(user)) {
            assertThat(window.open(path)).isEqualTo(status);
            assertThat(window.text()).doesNotContainPattern(Usable.KEY);
            assertThat(window.barriers()).isEmpty();
            assertThat(window.dark().narrow().barriers()).isEmpty();
            assertThat(window.sticksOut()).isEmpty();
            assertThat(window.page().evaluate("document.querySelector('svg.icon') instanceof SVGElement"))
                    .as("the icon is drawn")
                    .isEqualTo(true);
        }
    }
}

package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A form that is sent too late does nothing, says so, and does not cost what was typed. */
@OnRunningDemo
class InterruptedIT {
    private static final String ADD = "/member/add.xhtml";

    /** More pages with forms than a session remembers. */
    private static final int PAGES = 7;

    private final Demo demo;

    InterruptedIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void whoWasLoggedOutMeanwhileFindsWhatWasTypedAfterLogIn() {
        try (var window = demo.as(User.OFFICE)) {
            type(window);
            window.lose();
            field(window, "save").click();
            assertTold(window);
            assertThat(field(window, "personalNumber")).hasValue("");
        }
    }

    @Test
    void aPageThatWasForgottenIsOpenedAgainWithWhatWasTyped() {
        try (var window = demo.as(User.OFFICE)) {
            type(window);
            for (var other = 0; other < PAGES; other++) {
                assertThat(window.ask(ADD).status()).isEqualTo(200);
            }
            field(window, "save").click();
            assertTold(window);
            window.open(ADD);
            assertThat(field(window, "givenName")).hasValue("");
            assertThat(window.page().locator(".message.warn")).hasCount(0);
        }
    }

    private void type(Window window) {
        window.open(ADD);
        field(window, "givenName").fill("Tova");
        field(window, "familyName").fill("Tålmodig");
        field(window, "personalNumber").fill("ingen annans");
        field(window, "channel").selectOption("LETTER");
    }

    /** By the end of its id: the form gives the beginning. */
    private static Locator field(Window window, String id) {
        return window.page().locator("[id$=" + id + "]");
    }

    private void assertTold(Window window) {
        var page = window.page();
        assertThat(page.locator(".message.warn")).containsText("Det du skickade sist är inte gjort");
        assertThat(page).hasURL(demo.address() + ADD);
        assertThat(field(window, "givenName")).hasValue("Tova");
        assertThat(field(window, "familyName")).hasValue("Tålmodig");
        assertThat(field(window, "channel")).hasValue("LETTER");
        assertThat(demo.books().column("demo", "select id::text from member where given_name = 'Tova'"))
                .isEmpty();
    }
}

package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Somebody joins by a group's public form, without an account and without a tracker. */
@OnRunningDemo
class JoinIT {
    /** Milliseconds; what is sent faster is taken for a machine's. */
    private static final int PERSON_TAKES = 3_200;

    private static final String FORM = "/join/umea";

    private final Demo demo;

    JoinIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void anAdultJoinsAndHoldsTheInvoiceAtOnce() {
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Vera", "Nykvist", "1990-05-17");
            assertThat(window.page().locator("#price")).containsText("kr");
            window.page().locator("#send").click();
            window.page().waitForURL("**/public/joined.xhtml**");
            var ocr = window.page().locator("#pay-ocr").innerText();
            assertThat(ocr).matches("\\d{5,25}");
            Usable.assertUsableNow(window, "the thank-you page");
            var pdf = window.page().locator("a[target=_blank]").getAttribute("href");
            assertThat(new String(window.ask(pdf).body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            assertThat(invoices(ocr)).isOne();
        }
    }

    @Test
    void whoSwishesSeesACodeThatPaysThisInvoice() {
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Sally", "Snabb", "1990-05-17");
            choose(window.page(), "Swish");
            window.page().locator("#send").click();
            window.page().waitForURL("**/public/joined.xhtml**");
            var ocr = window.page().locator("#pay-ocr").innerText();
            assertThat(window.page().locator("svg.qr path")).hasCount(1);
            assertThat(window.page().locator(".swish a").getAttribute("href")).contains("msg=" + ocr, "cur=SEK");
        }
    }

    @Test
    void anotherLanguageLosesNothingThatIsTyped() {
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Byta", "Språk", "1990-05-17");
            window.page().getByText("English").click();
            assertThat(window.page().locator("html[lang=en]")).isVisible();
            assertThat(window.page().locator("#givenName")).hasValue("Byta");
            assertThat(window.page().locator("#born")).hasValue("1990-05-17");
            assertThat(window.page().locator("#price")).containsText("kr");
        }
    }

    @Test
    void whoGoesBackAndSendsAgainHasJoinedOnce() {
        var who = "Backare" + members("Back", "%");
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Back", who, "1985-01-31");
            window.page().locator("#send").click();
            window.page().waitForURL("**/public/joined.xhtml**");
            var ocr = window.page().locator("#pay-ocr").innerText();
            window.open(FORM);
            fill(window.page(), "Back", who, "1985-01-31");
            window.page().locator("#send").click();
            window.page().waitForURL("**/public/joined.xhtml**");
            assertThat(window.page().locator("#pay-ocr")).hasText(ocr);
            assertThat(members("Back", who)).isOne();
        }
    }

    @Test
    void theNextOfAFamilyJoinsFromTheThankYouPage() {
        var who = "Syskon" + members("Ett", "%");
        try (var window = demo.window()) {
            join(window.page(), demo.address(), "Ett", who);
            window.page().locator("a[href*='another']").click();
            fill(window.page(), "Andra", who, "1985-01-31");
            window.page().locator("#send").click();
            window.page().waitForURL("**/public/joined.xhtml**");
            assertThat(members("%", who)).isEqualTo(2);
        }
    }

    @Test
    void aDayThatDoesNotExistIsSaidToBeOne() {
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Skott", "Dag", "2011-02-29");
            assertThat(window.page().locator("#born-fault")).containsText("finns inte");
            window.page().locator("#born").fill("2999-01-01");
            window.page().locator("#email").focus();
            assertThat(window.page().locator("#born-fault")).containsText("inte varit än");
        }
    }

    @Test
    void aPosterMayShoutItsAddressAndThePageSaysWhatBecomesOfTheDetails() {
        try (var window = demo.window()) {
            assertThat(window.open("/join/UMEA")).isEqualTo(200);
            Usable.assertUsable(window, "/public/privacy.xhtml?group=umea", "sv");
        }
    }

    @Test
    void theWordsOfAChoiceChooseItAndThePriceFollows() {
        try (var window = demo.window()) {
            window.open(FORM);
            window.page().locator("#send").click();
            assertThat(window.page().locator("#type-fault")).containsText("Välj ett medlemskap");
            fill(window.page(), "Ord", "Väljare", "1990-05-17");
            choose(window.page(), "Vuxen");
            assertThat(window.page().locator("#type-fault")).isEmpty();
            assertThat(window.page().locator("#slip")).containsText("Vuxen");
            choose(window.page(), "brev");
            assertThat(window.page().locator("#street")).isVisible();
        }
    }

    @Test
    void aMinorNeedsAGuardianWhoConsents() {
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Love", "Liten", "2021-03-02");
            assertThat(window.page().locator("#guardianName")).isVisible();
            window.page().locator("#send").click();
            assertThat(window.page().locator("#guardianName-fault")).not().isEmpty();
            assertThat(window.page().locator("#guardianConsents-fault")).not().isEmpty();
            Usable.assertUsableNow(window, "the form with faults");
            assertThat(members("Love", "Liten")).isZero();
        }
    }

    @Test
    void theFormSentTwiceMakesOneMember() {
        var who = "Klickare" + members("Dubbel", "%");
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Dubbel", who, "1985-01-31");
            window.page().locator("#send").dblclick();
            window.page().waitForURL("**/public/joined.xhtml**");
            assertThat(window.page().locator("#pay-ocr")).isVisible();
            assertThat(members("Dubbel", who)).isOne();
        }
    }

    @Test
    void aMachineThatFillsInTheTrapMakesNoMember() {
        try (var window = demo.window()) {
            window.open(FORM);
            fill(window.page(), "Robot", "Robotsson", "1985-01-31");
            window.page().evaluate("document.getElementById('website').value = 'https://example.org'");
            window.page().locator("#send").click();
            window.page().waitForLoadState();
            assertThat(members("Robot", "Robotsson")).isZero();
        }
    }

    @Test
    void theFormSpeaksEnglishToo() {
        try (var window = demo.window()) {
            window.open(FORM);
            window.page().getByText("English").click();
            window.page().waitForLoadState();
            Usable.assertUsable(window, "/public/join.xhtml?group=umea", "en");
        }
    }

    @Test
    void aGroupWithoutAFormIsNotThere() {
        try (var window = demo.window()) {
            assertThat(window.open("/join/nobody-has-this")).isEqualTo(404);
        }
    }

    /** Joins, and ends at the thank-you page. */
    static void join(Page page, String address, String given, String family) {
        page.navigate(address + FORM);
        fill(page, given, family, "1990-05-17");
        page.locator("#send").click();
        page.waitForURL("**/public/joined.xhtml**");
    }

    private static void fill(Page page, String given, String family, String born) {
        page.locator("#givenName").fill(given);
        page.locator("#familyName").fill(family);
        page.locator("#email").fill(given.toLowerCase(Locale.ROOT) + "@example.org");
        page.locator("#born").fill(born);
        choose(page, "Vuxen");
        page.locator("#email").focus();
        page.waitForTimeout(PERSON_TAKES);
    }

    private static void choose(Page page, String words) {
        page.locator("label.choice b", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private long members(String given, String family) {
        return number("select count(*) from member where given_name like '" + given + "' and family_name like '"
                + family + "'");
    }

    private long invoices(String ocr) {
        return number("select count(*) from invoice where ocr = '" + ocr + "'");
    }

    private long number(String query) {
        return Long.parseLong(demo.books().column("demo", query).get(0));
    }
}

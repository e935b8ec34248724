package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A member without an account: in by the link of a mail and out again, and an invoice paid by the link of its mail. */
@OnRunningDemo
class MemberLinkIT {
    private static final String TENANT = "?tenant=demo";

    private final Demo demo;

    MemberLinkIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void aMemberAsksForALinkOpensItSeesTheOwnPagesAndLogsOut() {
        try (var window = demo.window()) {
            var email = join(window, "Linnea");
            window.open("/my/home.xhtml");
            assertThat(window.page().url()).contains("/public/log-in.xhtml?to=");
            Usable.assertUsableNow(window, "the choice of how to log in, without a federation's address");
            window.open("/public/log-in.xhtml" + TENANT);
            Usable.assertUsableNow(window, "the choice of how to log in");
            var known = demo.mails().keys(email, "enter");
            window.page().locator("#who").fill(email);
            window.page().locator("#send").click();
            window.page().waitForURL("**sent=true**");
            Usable.assertUsableNow(window, "a mail is on its way");
            var key = demo.mails().freshKey(email, "enter", known);
            window.open("/public/enter.xhtml?key=" + key);
            Usable.assertUsableNow(window, "the page with one button");
            window.narrow().page().locator("#go").click();
            window.page().waitForURL("**/my/home.xhtml");
            assertThat(window.page().locator("h1")).containsText("att betala");
            Usable.assertUsableNow(window, "my pages of a guest");
            window.page().locator(".slip a.button.primary").first().click();
            window.page().waitForURL("**/my/invoice.xhtml**");
            Usable.assertUsableNow(window, "an own invoice that is to be paid");
            assertCopied(window, "giro", "Bankgiro");
            assertCopied(window, "ocr", "OCR-nummer");
            assertCopied(window, "sum", "Belopp");
            assertSwishes(window, "#ocr", "#sum");
            window.page().locator("summary.who").click();
            window.page().locator("#log-out").click();
            window.page().waitForURL("**/public/log-in.xhtml**");
            assertThat(window.ask("/my/home.xhtml").status()).isEqualTo(302);
            assertThat(window.open("/public/enter.xhtml?key=" + key)).isEqualTo(404);
            assertReadable(window);
        }
    }

    @Test
    void somethingElseThanAnAddressOrANumberIsSaidToBe() {
        try (var window = demo.window()) {
            window.open("/public/log-in.xhtml" + TENANT);
            window.page().locator("#who").fill("linnea");
            window.page().locator("#send").click();
            assertThat(window.page().locator("#who-fault")).containsText("medlemsnummer");
            Usable.assertUsableNow(window, "the choice with a fault");
            window.page().getByText("English").click();
            assertThat(window.page().locator("html[lang=en]")).isVisible();
            assertThat(window.page().locator("h1")).hasText("Log in to My pages");
        }
    }

    @Test
    void whoHasAnAccountComesToThePageThatWasAskedFor() {
        try (var window = demo.window()) {
            window.open("/my/home.xhtml?cursor=");
            window.page().locator("#account").click();
            window.logIn(User.MEMBER);
            assertThat(window.page().url()).isEqualTo(demo.address() + "/my/home.xhtml?cursor=");
        }
    }

    @Test
    void theLinkOfTheMailPaysAtATelephonesWidthUntilTheOfficeTakesItBack() {
        try (var window = demo.window();
                var office = demo.as(User.OFFICE)) {
            var known = demo.mails().keys(addressOf("Betty"), "pay");
            var email = join(window, "Betty");
            var invoice = invoiceOf(email);
            var address = "/public/pay.xhtml?key=" + demo.mails().freshKey(email, "pay", known);
            assertThat(window.open(address)).isEqualTo(200);
            Usable.assertUsableNow(window, "the page that pays");
            window.narrow();
            assertThat(window.page().locator("#pay-ocr")).isVisible();
            assertThat(window.page().locator("svg.qr path")).hasCount(1);
            assertThat(window.page().locator("[data-copy]")).hasCount(3);
            window.page().getByText("English").click();
            assertThat(window.page().locator(".slip .sum")).containsText("kr");
            assertThat(window.page().locator("html[lang=en]")).isVisible();
            office.open("/invoice/detail.xhtml?id=" + invoice);
            Usable.assertUsableNow(office, "an invoice with links");
            office.page().locator("a[href*='unlink']").first().click();
            office.page().waitForURL("**/invoice/unlink.xhtml**");
            Usable.assertUsableNow(office, "the question before a link is taken back");
            office.page().locator("#unlink button").click();
            assertThat(office.page().locator(".message.ok")).isVisible();
            office.open("/invoice/detail.xhtml?id=" + invoice);
            office.page().locator("a[href*='unlink']").first().click();
            office.page().locator("#unlink button").click();
            assertThat(office.page().locator(".message.ok")).isVisible();
            assertThat(window.open(address + "&language=sv")).isEqualTo(404);
            assertReadable(window);
        }
    }

    @Test
    void whatIsPaidWithIsCopiedByTheKeyboardAndSaidAndWithoutTheScriptNothingOffersToCopy() {
        try (var window = demo.window()) {
            var known = demo.mails().keys(addressOf("Kopia"), "pay");
            var email = join(window, "Kopia");
            var address = "/public/pay.xhtml?key=" + demo.mails().freshKey(email, "pay", known);
            window.open(address);
            window.narrow();
            assertCopied(window, "pay-amount", "Belopp");
            assertCopied(window, "pay-giro", "Bankgiro");
            assertCopied(window, "pay-ocr", "OCR-nummer");
            assertSwishes(window, "#pay-ocr", "#pay-amount");
            var pdf = window.page().locator("a[href*='/public/invoice.pdf']").getAttribute("href");
            assertThat(window.ask(pdf).headers()).containsEntry("content-type", "application/pdf");
            window.page().context().route("**/aviso.js*", Route::abort);
            window.open(address);
            assertThat(window.page().locator("#pay-ocr")).isVisible();
            assertThat(window.page().locator("[data-copy]").first()).isHidden();
        }
    }

    /** A button that a keyboard reaches copies the text, and those who hear the page are told which one it was. */
    private static void assertCopied(Window window, String id, String name) {
        window.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var button = window.page().locator("[data-copy=" + id + "]");
        assertThat(button).hasAccessibleName("Kopiera " + name);
        button.focus();
        window.page().keyboard().press("Enter");
        assertThat(window.page().locator("p[role=status]")).hasText("Kopierat: " + name);
        assertThat(button).hasAccessibleName("Kopierat " + name);
        assertThat(window.page().evaluate("navigator.clipboard.readText()"))
                .isEqualTo(window.page().locator("#" + id).innerText().strip());
        assertThat(button).hasAccessibleName("Kopiera " + name);
    }

    /** The link that opens Swish on a telephone says to whom, how much and for what. */
    private static void assertSwishes(Window window, String ocr, String amount) {
        var link = window.page().locator(".swish a").getAttribute("href");
        assertThat(link).startsWith("https://app.swish.nu/1/p/sw/?sw=123").contains("&cur=SEK");
        assertThat(link).contains("&msg=" + window.page().locator(ocr).innerText());
        var kronor = window.page().locator(amount).innerText().replace(',', '.');
        assertThat(link).contains("&amt=" + kronor);
    }

    /** The browser complains of the status, so only what a reader meets is looked at. */
    private static void assertReadable(Window window) {
        assertThat(window.text()).contains("Länken gäller inte längre").doesNotContainPattern(Usable.KEY);
        assertThat(window.wide().light().barriers()).isEmpty();
        assertThat(window.dark().narrow().barriers()).isEmpty();
        assertThat(window.sticksOut()).isEmpty();
    }

    /** Somebody joins; answers their address. */
    static String join(Window window, String name) {
        JoinIT.join(window.page(), window.address(), name, "Länk");
        return addressOf(name);
    }

    private static String addressOf(String name) {
        return name.toLowerCase(Locale.ROOT) + "@example.org";
    }

    private String invoiceOf(String email) {
        return demo.books()
                .column(
                        "demo",
                        "select i.id::text from invoice i join member m on m.tenant_id = i.tenant_id "
                                + "and m.id = i.member_id where m.email = '" + email + "' order by i.id desc")
                .get(0);
    }
}

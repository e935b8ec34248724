package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.it.BankFiles;

/**
 * The office's work by the screens: a file from the bank, money that found nothing, a mail again, a member, a group.
 */
@OnRunningDemo
class DeskIT {
    private final Demo demo;

    DeskIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void aBankFileIsReadOnTrialThenBookedAndItsInvoiceIsPaid() {
        var open = openClaim();
        var file = BankFiles.of(
                open.giro(), nextDay(), List.of(OutgoingPayment.checked("Nils Betalare", open.ocr(), open.ore())));
        try (var window = demo.as(User.OFFICE)) {
            handIn(window, "bank.txt", file);
            assertThat(window.page().locator("h1")).hasText("Inget är bokfört än");
            assertThat(number("select received from settlement where invoice_id = '" + open.id() + "'"))
                    .isZero();
            Usable.assertUsableNow(window, "a rehearsed file");
            press(window.page(), "Bokför");
            assertThat(window.page().locator("h1")).hasText("Filen är bokförd");
            Usable.assertUsableNow(window, "a booked file");
            window.open("/invoice/detail.xhtml?id=" + open.id());
            assertThat(window.page().locator(".title-row")).containsText("Betald");
            assertThat(window.page().locator(".pdf-desk img")).hasJSProperty("naturalWidth", 1080);
            handIn(window, "again.txt", file);
            assertThat(window.page().locator("h1")).hasText("Filen är bokförd");
        }
    }

    @Test
    void aBrokenFileIsStoppedAndNothingOfItIsBooked() {
        var payments = number("select count(*) from payment");
        try (var window = demo.as(User.OFFICE)) {
            handIn(window, "letter.txt", "Dear bank, where is my money?".getBytes(StandardCharsets.UTF_8));
            assertThat(window.page().locator(".message.bad")).isVisible();
            assertThat(window.text()).contains("inget installerat format känner igen");
            Usable.assertUsableNow(window, "a stopped file");
        }
        assertThat(number("select count(*) from payment")).isEqualTo(payments);
    }

    @Test
    void moneyThatFoundNothingIsSettledByHandAndTheActCanBeUndone() {
        var payer = "Fel Skrivare " + number("select count(*) from payment");
        var open = openClaim();
        var file = BankFiles.of(open.giro(), nextDay(), List.of(OutgoingPayment.free(payer, "medlemskap", open.ore())));
        try (var window = demo.as(User.OFFICE)) {
            handIn(window, "free.txt", file);
            press(window.page(), "Bokför");
            assertThat(window.page().locator("h1")).hasText("Filen är bokförd");
            window.open("/payment/suspense.xhtml");
            window.page()
                    .locator(".queue a", new Page.LocatorOptions().setHasText(payer))
                    .first()
                    .click();
            window.page().locator("#q").fill(open.ocr());
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**q=**");
            window.page().locator(".suggestion a.button").first().click();
            Usable.assertUsableNow(window, "a payment with a choice");
            press(window.page(), "Pricka av");
            assertThat(window.page().locator(".message.ok")).containsText(payer);
            assertThat(open(open.id())).isZero();
            press(window.page(), "Ångra");
            assertThat(window.page().locator(".queue")).containsText(payer);
            assertThat(open(open.id())).isEqualTo(open.ore());
        }
    }

    @Test
    void aMailingOfWhichNobodyKnowsTheEndIsSentAgainByThePressOfAButton() {
        var dispatch =
                text("update dispatch set state = 7 where id = (select id from dispatch where state = 3 limit 1) "
                        + "returning id::text");
        try (var window = demo.as(User.OFFICE)) {
            Usable.assertUsable(window, "/dispatch/resend.xhtml?id=" + dispatch, "sv");
            press(window.page(), "Skicka igen");
            assertThat(window.page().locator(".message.ok")).containsText("skickas igen");
        }
        assertThat(number("select count(*) from dispatch where id = '" + dispatch + "' and state = 7"))
                .isZero();
    }

    @Test
    void theSearchBoxFindsAMemberByTheKeyboardAlone() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/home/home.xhtml");
            window.page().keyboard().press("/");
            window.page().keyboard().type("10011");
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**/search/results.xhtml**");
            assertThat(window.page().locator("main")).containsText("10011");
            Usable.assertUsableNow(window, "what was found");
        }
    }

    @Test
    void aMemberWhoMovesIsChanged() {
        var member = text("select id::text from member where number = '10011'");
        try (var window = demo.as(User.OFFICE)) {
            window.open("/member/edit.xhtml?id=" + member);
            window.page().getByLabel("Gatuadress").fill("Nya Vägen 7");
            press(window.page(), "Spara");
            window.page().waitForURL("**/member/detail.xhtml**");
            assertThat(window.page().locator("main")).containsText("Nya Vägen 7");
        }
    }

    @Test
    void aMemberWithoutNameIsRefusedAtTheField() {
        try (var window = demo.as(User.OFFICE)) {
            window.open("/member/add.xhtml");
            press(window.page(), "Lägg till medlemmen");
            assertThat(window.page().locator("[aria-invalid=true]").first()).isVisible();
            Usable.assertUsableNow(window, "a refused member");
        }
    }

    @Test
    void aGroupTakesAReplyAddressOfItsOwn() {
        var group = text("select id::text from group_node where slug = 'uppsala'");
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/detail.xhtml?id=" + group);
            var row = window.page().locator(".settings .row", new Page.LocatorOptions().setHasText("Svarsadress"));
            row.getByRole(AriaRole.BUTTON, named("Ändra")).click();
            row.locator("input").fill("kassor@uppsala.example.org");
            row.getByRole(AriaRole.BUTTON, named("Spara")).click();
            assertThat(row.locator(".val")).hasText("kassor@uppsala.example.org");
            Usable.assertUsableNow(window, "a group with a value of its own");
        }
    }

    @Test
    void aPictureThatIsNoneIsRefusedAndSaidSo() {
        var group = text("select id::text from group_node where slug = 'uppsala'");
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/detail.xhtml?id=" + group);
            window.page()
                    .locator("#logo input[type=file]")
                    .setInputFiles(
                            new FilePayload("logo.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
            press(window.page(), "Ladda upp");
            assertThat(window.page().locator(".message.bad")).isVisible();
        }
    }

    /** A claim of which nothing is paid. */
    private record Claim(String id, String giro, String ocr, long ore) {}

    private Claim openClaim() {
        var parts = text("select i.id || ' ' || i.giro || ' ' || i.ocr || ' ' || s.claimed from invoice i "
                        + "join settlement s on s.invoice_id = i.id "
                        + "where s.status = 0 and s.received = 0 and s.claimed > 0 and i.kind = 0 order by i.id desc limit 1")
                .split(" ", 4);
        return new Claim(parts[0], parts[1].replace("bankgiro:", ""), parts[2], Long.parseLong(parts[3]));
    }

    /** A day on which no file came yet, also when the tests run on a demo once more. */
    private LocalDate nextDay() {
        return LocalDate.of(2028, 1, 1).plusDays(number("select count(*) from bank_file"));
    }

    static void handIn(Window window, String name, byte[] bytes) {
        window.open("/bankfile/list.xhtml");
        window.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/plain", bytes));
        press(window.page(), "Läs på prov");
        window.page().waitForURL("**/bankfile/detail.xhtml**");
    }

    /** Presses the first button whose name begins so. */
    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private long open(String invoice) {
        return number("select claimed - received - credited from settlement where invoice_id = '" + invoice + "'");
    }

    private long number(String query) {
        return Long.parseLong(text(query));
    }

    private String text(String query) {
        return demo.books().column("demo", query).get(0);
    }
}

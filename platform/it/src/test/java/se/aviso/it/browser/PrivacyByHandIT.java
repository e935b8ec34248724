package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.Luhn;

/** A personal number is written, seen masked and whole, an identity protected, and a member erased, on the screens. */
@OnRunningDemo
class PrivacyByHandIT {
    private final Demo demo;

    PrivacyByHandIT(Demo demo) {
        this.demo = demo;
    }

    @ParameterizedTest
    @CsvSource({
        "sv, Visa hela numret, Skydda identiteten, Intyg om radering",
        "en, Show the whole number, Protect the identity, Certificate of erasure"
    })
    void aMemberIsMaskedSeenWholeProtectedAndErased(String language, String show, String protect, String certificate) {
        var payload = "850617%03d".formatted(ThreadLocalRandom.current().nextInt(1_000));
        var number = "19" + payload + Luhn.checkDigit(payload);
        try (var window = demo.as(User.OFFICE)) {
            window.speak(language);
            var page = window.page();
            add(window, number);
            assertThat(page.locator("main")).containsText("19850617-****");
            assertThat(page.locator("main")).not().containsText(number.substring(2, 8) + "-" + number.substring(8));
            Usable.assertUsableNow(window, "a member with a personal number");
            page.locator("a[href*='/privacy/number.xhtml']").click();
            press(page, show);
            assertThat(page.locator(".ui-message-error")).isVisible();
            page.locator(id("reason")).fill("Kontroll mot registret");
            press(page, show);
            assertThat(page.locator(id("number"))).hasText(number.substring(0, 8) + "-" + number.substring(8));
            Usable.assertUsableNow(window, "a number shown whole");
            page.locator(".panel-foot a").click();
            assertThat(page.locator("main")).containsText("19850617-****");
            protect(window, protect);
            erase(window, certificate);
            window.speak("sv");
        }
    }

    private static void add(Window window, String number) {
        var page = window.page();
        window.open("/member/add.xhtml");
        page.locator(id("givenName")).fill("Petra");
        page.locator(id("familyName")).fill("Privat");
        page.locator(id("born")).fill("1985-06-17");
        page.locator(id("groupId")).selectOption(new SelectOption().setIndex(1));
        page.locator(id("typeId")).selectOption(new SelectOption().setIndex(1));
        page.locator(id("email")).fill("petra@people.example");
        page.locator(id("personalNumber")).fill(number.substring(2, 8) + "-0000");
        page.locator(id("save")).click();
        assertThat(page.locator(".ui-message-error").first()).isVisible();
        page.locator(id("personalNumber")).fill(number.substring(2, 8) + "-" + number.substring(8));
        page.locator(id("save")).click();
        page.waitForURL("**/member/detail.xhtml**");
    }

    private static void protect(Window window, String protect) {
        var page = window.page();
        page.locator("a[href*='/privacy/protect.xhtml']").click();
        Usable.assertUsableNow(window, "a protection to be set");
        page.locator(id("reason")).fill("Beslut");
        press(page, protect);
        page.waitForURL("**/member/detail.xhtml**");
        assertThat(page.locator(".title-row .status")).isVisible();
    }

    private static void erase(Window window, String certificate) {
        var page = window.page();
        page.locator("a[href*='/privacy/erase.xhtml']").click();
        Usable.assertUsableNow(window, "an erasure to be done");
        page.locator(id("reason")).fill("Begäran");
        page.locator(id("do")).click();
        page.waitForURL("**/privacy/certificate.xhtml**");
        assertThat(page.locator("h1")).hasText(certificate);
        assertThat(page.locator(".lede")).containsText("Riksförbundet Fjäll & Vidd");
        assertThat(page.locator("body")).not().containsText("Petra");
        Usable.assertUsableNow(window, "the certificate of an erasure");
    }

    private static void press(Page page, String words) {
        page.locator("button:has-text('" + words + "')").click();
    }

    /** By the last step of its id, whatever form it stands in. */
    private static String id(String name) {
        return "[id='" + name + "'], [id$=':" + name + "']";
    }
}

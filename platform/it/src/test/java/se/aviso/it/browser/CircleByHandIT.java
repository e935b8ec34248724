package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The circle in a browser and nothing else: somebody joins, pays at the bank, and the office books the bank's file. */
@OnRunningDemo
class CircleByHandIT {
    private final Demo demo;

    CircleByHandIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void whoJoinsAndPaysIsAPaidMember() {
        try (var window = demo.window();
                var office = demo.as(User.OFFICE)) {
            JoinIT.join(window.page(), demo.address(), "Hanna", "Handmade");
            var file = pay(window.page());
            office.open("/bankfile/list.xhtml");
            var desk = office.page();
            desk.locator("input[type=file]").setInputFiles(file);
            press(desk, "Läs på prov");
            press(desk, "Bokför");
            assertThat(desk.locator("h1")).hasText("Filen är bokförd");
            office.open("/search/results.xhtml?q=Handmade");
            desk.locator("main").getByRole(AriaRole.LINK).first().click();
            assertThat(desk.locator("main")).containsText("Betald");
        }
    }

    /** Pays what the thank-you page says, at the demo's bank. */
    private Path pay(Page page) {
        var giro = page.locator("#pay-giro").innerText();
        var ocr = page.locator("#pay-ocr").innerText();
        var amount = page.locator("#pay-amount").innerText();
        page.navigate(demo.bank());
        page.locator("#bankgiro").fill(giro);
        page.locator("#ocr").fill(ocr);
        page.locator("#amount").fill(amount);
        page.locator("#name").fill("Hanna Handmade");
        page.locator("#day").fill("2028-03-21");
        return page.waitForDownload(() -> page.locator("button").click()).path();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}

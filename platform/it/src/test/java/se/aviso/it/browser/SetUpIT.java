package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a federation sets up by the screens: a club with its form, a logo, a price, a list of members. */
@OnRunningDemo
class SetUpIT {
    private final Demo demo;

    SetUpIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void aNewClubHasAFormAtOnce() {
        var slug = "ny-" + number("select count(*) from group_node");
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/new.xhtml?under=" + district());
            window.page().locator("#name").fill("Klubben " + slug);
            window.page().locator("#slug").fill(slug);
            press(window.page(), "Lägg till grupp");
            assertThat(window.page().locator("h1")).containsText("Klubben " + slug);
            assertThat(window.open("/join/" + slug)).isEqualTo(200);
            assertThat(window.page().locator("h1")).containsText("Klubben " + slug);
        }
    }

    @Test
    void aPictureBecomesTheLogo() throws IOException {
        var group = text("select id::text from group_node where slug = 'falun'");
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/detail.xhtml?id=" + group);
            window.page().locator("#logo input[type=file]").setInputFiles(picture());
            press(window.page(), "Ladda upp");
            assertThat(window.page().locator(".message.ok")).isVisible();
            var shown = window.page().locator("img.logo-shown").getAttribute("src");
            assertThat(ImageIO.read(new ByteArrayInputStream(window.ask(shown).body()))
                            .getWidth())
                    .isEqualTo(40);
        }
    }

    @Test
    void aPriceHoldsFromItsDayOn() {
        var type = text("select id::text from membership_type where slug = 'stodmedlem'");
        var day = LocalDate.of(2040, 1, 1).plusDays(number("select count(*) from price"));
        try (var window = demo.as(User.OFFICE)) {
            window.open("/pricing/price.xhtml?type=" + type);
            fill(window.page(), "from", day.toString());
            fill(window.page(), "amount", "215,50");
            press(window.page(), "Lägg till priset");
            window.page().waitForURL("**/pricing/detail.xhtml**");
            assertThat(window.page().locator("main")).containsText("215,50");
        }
    }

    @Test
    void aListOfMembersIsReadOnceHoweverOftenItIsSent() {
        var number = number("select max(number) from member") + 1;
        try (var window = demo.as(User.OFFICE)) {
            readIn(window, row(number, "Lista") + row(number + 1, "Rad"));
            assertThat(window.page().locator(".message.ok")).containsText("2 medlemmar är tillagda");
            readIn(window, row(number, "Lista") + row(number + 1, "Rad"));
            assertThat(window.page().locator(".message.ok")).containsText("Ingen ny medlem");
        }
        assertThat(number("select count(*) from member where number in (" + number + ", " + (number + 1) + ")"))
                .isEqualTo(2);
    }

    @Test
    void aListWithAFaultAddsNobodyAndNamesTheLine() {
        var number = number("select max(number) from member") + 1;
        try (var window = demo.as(User.OFFICE)) {
            readIn(window, row(number, "Riktig") + row(number + 1, "Fel").replace("1990-05-17", "i fjol"));
            assertThat(window.page().locator("table.data tbody tr")).hasCount(1);
            assertThat(window.page().locator("table.data tbody tr td").first()).hasText("3");
            Usable.assertUsableNow(window, "a list with a fault");
        }
        assertThat(number("select count(*) from member where number = " + number))
                .isZero();
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        try (var window = demo.as(User.OFFICE)) {
            readIn(window, null);
            assertThat(window.page().locator(".message.bad")).containsText("Filen medlemmar.csv är tom");
        }
    }

    @Test
    void thePageThatSaysWhatIsNotThereMayRunItsOwnScripts() {
        try (var window = demo.as(User.OFFICE)) {
            assertThat(window.open("/invoice/detail.xhtml?id=00000000-0000-0000-0000-000000000000"))
                    .isEqualTo(404);
            assertThat(window.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        }
    }

    private void readIn(Window window, @Nullable String rows) {
        var list =
                rows == null ? "" : "number,group,type,givenName,familyName,born,email,street,postalCode,city\n" + rows;
        window.open("/member/import.xhtml");
        window.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("medlemmar.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        press(window.page(), "Läs in medlemmarna");
    }

    private static String row(long number, String family) {
        return number + ",umea,vuxen,Lina," + family + ",1990-05-17,lina@example.org,,,\n";
    }

    private static FilePayload picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new FilePayload("logo.png", "image/png", bytes.toByteArray());
    }

    private String district() {
        return text("select parent_id::text from group_node where slug = 'umea'");
    }

    private static void fill(Page page, String id, String text) {
        page.locator("[id$=':" + id + "']").fill(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private long number(String query) {
        return Long.parseLong(text(query));
    }

    private String text(String query) {
        return demo.books().column("demo", query).get(0);
    }
}

package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The office words a document, sees it at once, and is told what cannot be printed. */
@OnRunningDemo
class WordedByHandIT {
    /** Two dozen documents are laid out first, on a machine that is busy. */
    private static final double PATIENCE_MS = 60_000;

    private final Demo demo;

    WordedByHandIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void whatIsTypedIsSeenOnTheSampleAndSaved() {
        try (var window = demo.as(User.OFFICE)) {
            var group = demo.books()
                    .column("demo", "select id::text from group_node where kind = 2 order by path desc")
                    .get(0);
            window.open("/group/detail.xhtml?id=" + group);
            window.page().locator("a[href*='/template/edit.xhtml']").click();
            window.page().waitForURL("**/template/edit.xhtml**");
            window.open("/template/edit.xhtml?id=" + group + "&kind=OFFER&language=EN");
            Usable.assertUsableNow(window, "the texts of a document");
            var sample = window.page().locator("#sample img");
            var before = sample.getAttribute("src");
            window.page().locator("#heading").fill("Stay with us");
            window.page().locator("#lead").focus();
            assertThat(sample).not().hasAttribute("src", before);
            window.page().locator("#foot").fill("<b>bold</b>");
            window.page().locator("#lead").focus();
            assertThat(window.page().locator("#foot-fault")).containsText("<");
            window.page().locator("#save").click();
            assertThat(window.page().locator("#foot-fault")).containsText("<");
            window.page().locator("#foot").fill("See you at the annual meeting.");
            window.page().locator("#lead").focus();
            assertThat(window.page().locator("#foot-fault")).not().containsText("<");
            window.page().locator("#save").click();
            assertThat(window.page().locator(".message.ok")).isVisible();
            window.open("/template/edit.xhtml?id=" + group + "&kind=OFFER&language=EN");
            assertThat(window.page().locator("#heading")).hasValue("Stay with us");
            assertThat(window.page().locator("#foot")).hasValue("See you at the annual meeting.");
            assertThat(window.page().locator("a.chip[aria-current=page]").first())
                    .containsText("(2");
        }
    }

    @Test
    void theSecondReminderIsWordedForItself() {
        try (var window = demo.as(User.OFFICE)) {
            var group = demo.books()
                    .column("demo", "select id::text from group_node where kind = 2 order by path desc")
                    .get(0);
            window.open("/template/edit.xhtml?id=" + group + "&kind=REMINDER1&level=2");
            Usable.assertUsableNow(window, "the texts of a level");
            assertThat(window.page().locator("#texts-head")).containsText("Nivå 2");
            window.page().locator("#heading").fill("Andra gången vi skriver");
            window.page().locator("#save").click();
            assertThat(window.page().locator(".message.ok")).isVisible();
            window.open("/template/edit.xhtml?id=" + group + "&kind=REMINDER1");
            assertThat(window.page().locator("#heading")).hasValue("");
            assertThat(window.page().locator("nav.choices").nth(1)).containsText("Nivå 2 (1");
        }
    }

    @Test
    void theMailIsReadAsItIsTyped() {
        try (var window = demo.as(User.OFFICE)) {
            var group = demo.books()
                    .column("demo", "select id::text from group_node where kind = 2 order by path desc")
                    .get(0);
            window.open("/template/edit.xhtml?id=" + group + "&kind=RENEWAL");
            Usable.assertUsableNow(window, "the words of a mail");
            window.page().locator("#mailSubject").fill("Ett år till?");
            window.page().locator("#mailLead").fill("Kören fyller tio.\n\nKom på festen!");
            window.page().locator("#smsLead").fill("Årsavgiften – nu är det dags att betala");
            window.page().locator("#mailClosing").focus();
            assertThat(window.page().locator("#smsLead-fault")).containsText("–");
            window.page().locator("#smsLead").fill("Dags igen.");
            window.page().locator("#mailClosing").focus();
            assertThat(window.page().locator("#sms-text")).containsText("Dags igen. ");
            assertThat(window.page().locator("#mail-subject")).hasText("Ett år till?");
            assertThat(window.page().locator("#mail-text")).containsText("Kom på festen!");
            window.page().locator("#save").click();
            assertThat(window.page().locator(".message.ok")).isVisible();
            window.open("/template/edit.xhtml?id=" + group + "&kind=RECEIPT");
            assertThat(window.page().locator("#mailSubject")).hasCount(0);
        }
    }

    @Test
    void theHardestDocumentsAreFoundAndToldOf() {
        try (var window = demo.as(User.OFFICE)) {
            var group = demo.books()
                    .column("demo", "select id::text from group_node where kind = 2 order by path")
                    .get(0);
            window.open("/template/edit.xhtml?id=" + group);
            window.page().locator("#look").click();
            assertThat(window.page().locator("#worst tbody tr").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat(window.page().locator("#worst tbody tr").count()).isBetween(8, 30);
            assertThat(window.page().locator("#worst tbody")).containsText(Pattern.compile("Längsta medlemsnamnet"));
            Usable.assertUsableNow(window, "the hardest documents");
        }
    }
}

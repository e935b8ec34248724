package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles are given and taken back on the screens, and a group is moved. */
@OnRunningDemo
class AccessByHandIT {
    private static final String NEWCOMER = "newcomer";
    private static final String REASON = "input[id$='reason']";

    private final Demo demo;

    AccessByHandIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void aTreasurerLetsSomebodyInByAddressAndOutAgain() {
        try (var treasurer = demo.as(User.TREASURER);
                var newcomer = demo.as(NEWCOMER)) {
            assertThat(newcomer.open("/bankfile/list.xhtml")).isEqualTo(403);
            give(treasurer, "Kassör: bankfiler och inbetalningar, läser avier");
            assertThat(treasurer.page().locator(".message.ok")).containsText("är nu Kassör");
            Usable.assertUsableNow(treasurer, "the list with what was given");
            try (var again = demo.as(NEWCOMER)) {
                assertThat(again.open("/bankfile/list.xhtml")).isEqualTo(200);
                assertThat(again.open("/member/list.xhtml")).isEqualTo(403);
                take(treasurer);
                isShutOut(again);
            }
            isSaidWhy(treasurer);
            treasurer.open("/access/list.xhtml?state=OVER");
            assertThat(row(treasurer).first()).containsText("Kalle Kassör");
        }
    }

    @Test
    void onlyWhatOneHasOneselfCanBeChosen() {
        try (var window = demo.as(User.TREASURER)) {
            window.open("/access/give.xhtml");
            assertThat(window.page().locator("#groupId option:not([disabled])").allTextContents())
                    .containsExactly("Alingsås Stigklubb");
            assertThat(window.page().locator("#role option").allTextContents())
                    .map(text -> text.replaceFirst(":.*", ""))
                    .containsExactly("Välj roll", "Gruppansvarig", "Kassör", "Revisor");
        }
    }

    @Test
    void aGroupThatIsForgedIntoTheFormGetsNothing() {
        var foreign = group("umea");
        try (var window = demo.as(User.TREASURER)) {
            window.open("/access/give.xhtml");
            fill(window.page());
            window.page().locator("#role").selectOption(new SelectOption().setIndex(2));
            window.page()
                    .locator("#groupId option:not([disabled])")
                    .first()
                    .evaluate("(option, id) => option.value = id", foreign);
            press(window.page(), "Ge behörigheten");
            assertThat(window.page().locator(".ui-message-error, .message.bad").first())
                    .isVisible();
        }
        assertThat(column("select count(*)::text from role_grant where given_by is not null and group_id = '" + foreign
                        + "'"))
                .containsExactly("0");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        try (var window = demo.as(User.TREASURER)) {
            window.open("/access/give.xhtml");
            press(window.page(), "Ge behörigheten");
            assertThat(window.page().locator("#roles .ui-message-error")).containsText("Värdet saknas");
        }
    }

    @Test
    void whatIsAnothersIsNotFound() {
        var ofTheOffice = column("select g.id::text from role_grant g join app_user u on u.id = g.user_id "
                        + "where u.email = 'office@demo.example' and g.ended_at is null and g.group_id is null")
                .get(0);
        try (var window = demo.as(User.TREASURER)) {
            assertThat(window.open("/access/take.xhtml?id=" + ofTheOffice)).isEqualTo(404);
            assertThat(window.open("/group/move.xhtml?id=" + group("umea"))).isEqualTo(404);
            assertThat(window.open("/group/move.xhtml?id=" + group("alingsas")))
                    .as("its parent is another's")
                    .isEqualTo(404);
            window.open("/access/list.xhtml?group=" + group("umea"));
            assertThat(window.page().locator("table.data")).hasCount(0);
        }
    }

    @Test
    void aClubIsMovedToAnotherDistrict() {
        var name = "Flyttklubben "
                + column("select count(*)::text from group_node").get(0);
        var from = column("select parent_id::text from group_node where slug = 'umea'")
                .get(0);
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/new.xhtml?under=" + from);
            window.page().locator("#name").fill(name);
            press(window.page(), "Lägg till grupp");
            assertThat(window.page().locator("h1")).containsText(name);
            window.page().locator("a[href*='/group/move.xhtml']").click();
            window.page().locator("#to").selectOption("Fjäll & Vidd Distrikt Syd");
            press(window.page(), "Visa vad som händer");
            assertThat(window.page().locator("#move")).containsText("En grupp och inga medlemmar flyttar med");
            Usable.assertUsableNow(window, "what a move would do");
            press(window.page(), "Flytta gruppen");
            assertThat(window.page().locator(".message.ok")).containsText(name + " är flyttad");
            assertThat(window.page().locator(".crumbs")).containsText("Fjäll & Vidd Distrikt Syd");
        }
    }

    private static void give(Window window, String role) {
        window.open("/access/list.xhtml");
        window.page().locator("a[href*='/access/give.xhtml']").click();
        fill(window.page());
        window.page().locator("#role").selectOption(new SelectOption().setLabel(role));
        press(window.page(), "Ge behörigheten");
        window.page().waitForURL("**/access/list.xhtml**");
    }

    /** The last grant ends all sessions: until the provider has heard of it, it lets the same person in again. */
    private void isShutOut(Window window) {
        var status = window.open("/bankfile/list.xhtml");
        if (!window.page().url().startsWith(demo.issuer())) {
            assertThat(status).isEqualTo(403);
        }
    }

    private static void fill(Page page) {
        page.locator("#name").fill("Nora Nykomling");
        page.locator("#email").fill("newcomer@demo.example");
    }

    private static void take(Window window) {
        window.open("/access/list.xhtml");
        row(window).getByText("Ta tillbaka").click();
        window.page().locator(REASON).fill("x");
        press(window.page(), "Ta tillbaka");
        assertThat(window.page().locator(".ui-message-error")).containsText("minst tre");
        window.page().locator(REASON).fill("Flyttar från orten");
        press(window.page(), "Ta tillbaka");
        assertThat(window.page().locator(".message.ok")).containsText("är inte längre Kassör");
        assertThat(row(window)).hasCount(0);
    }

    /** In the trail, which is narrowed to the group by its name. */
    private static void isSaidWhy(Window window) {
        window.open("/audit/list.xhtml?act=GRANT_ENDED");
        var first = window.page().locator("table.data tbody tr").first();
        assertThat(first).containsText("Skäl: Flyttar från orten");
        first.getByText("Alingsås Stigklubb").click();
        assertThat(window.page().locator(".chip")).containsText(new String[] {"Händelse", "Alingsås Stigklubb"});
        Usable.assertUsableNow(window, "the trail of a group");
    }

    private static Locator row(Window window) {
        return window.page()
                .locator("table.data tbody tr")
                .filter(new Locator.FilterOptions().setHasText("newcomer@demo.example"));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private String group(String slug) {
        return column("select id::text from group_node where slug = '" + slug + "'")
                .get(0);
    }

    private List<String> column(String query) {
        return demo.books().column("demo", query);
    }
}

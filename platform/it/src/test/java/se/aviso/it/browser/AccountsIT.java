package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.it.Waiting;

/** Accounts come by invitation, and go when nothing is granted any more; Keycloak and Aviso tell each other. */
@OnRunningDemo
class AccountsIT {
    private static final String TENANT = "demo";
    private static final String PASSWORD = "ett-eget-losenord-2027";

    private final Demo demo;
    private final RealKeycloak keycloak;

    AccountsIT(Demo demo) {
        this.demo = demo;
        this.keycloak = new RealKeycloak(demo);
    }

    @Test
    void whoIsInvitedChoosesAPasswordSeesWhatWasGrantedAndIsOutWhenItIsTakenBack() {
        var email = newAddress();
        try (var treasurer = demo.as(User.TREASURER);
                var invited = demo.window()) {
            invite(treasurer, email);
            assertThat(treasurer.page().locator(".message.ok")).containsText("får en inbjudan");
            var link = keycloak.linkInMailTo(email);
            Waiting.until("the list to say that the mail is sent", () -> {
                treasurer.open("/access/list.xhtml");
                return row(treasurer, email).innerText().contains("Inbjudan skickad");
            });
            Usable.assertUsableNow(treasurer, "the list with an invitation");
            row(treasurer, email)
                    .getByText("Inbjudan", new Locator.GetByTextOptions().setExact(true))
                    .click();
            Usable.assertUsableNow(treasurer, "an invitation");
            press(treasurer.page(), "Skicka inbjudan igen");
            assertThat(treasurer.page().locator(".message.ok")).containsText("skickas igen");
            choosePassword(invited.page(), link);
            invited.open("/");
            invited.logIn(email, PASSWORD);
            invited.page().waitForURL(url -> url.startsWith(demo.address()));
            assertThat(invited.open("/bankfile/list.xhtml")).isEqualTo(200);
            assertThat(invited.open("/member/list.xhtml")).isEqualTo(403);
            var session = invited.session().value;

            treasurer.open("/access/list.xhtml");
            assertThat(row(treasurer, email)).not().containsText("Inbjudan");
            row(treasurer, email).getByText("Ta tillbaka").click();
            press(treasurer.page(), "Ta tillbaka");
            assertThat(treasurer.page().locator(".message.ok")).containsText("är inte längre Kassör");
            assertThat(invited.ask("/bankfile/list.xhtml").status())
                    .as("the session is over")
                    .isEqualTo(302);
            try (var thief = demo.window()) {
                assertThat(thief.ask("/bankfile/list.xhtml", "Cookie", "JSESSIONID=" + session)
                                .status())
                        .isEqualTo(302);
            }
            Waiting.until("Keycloak to have no session", () -> keycloak.sessionsOf(email) == 0);
        }
    }

    @Test
    void whatKeycloakEndsEndsHere() {
        try (var window = demo.as(User.AUDITOR);
                var other = demo.as(User.CASHIER)) {
            assertThat(window.ask("/home/home.xhtml").status()).isEqualTo(200);
            keycloak.endSessionsOf("auditor@demo.example");
            Waiting.until(
                    "the session to end", () -> window.ask("/home/home.xhtml").status() == 302);
            assertThat(other.ask("/payment/list.xhtml").status())
                    .as("another's goes on")
                    .isEqualTo(200);
        }
    }

    @Test
    void whoseAccountIsShutIsOutWhenTheAccessTokenIsOver() {
        keycloak.accessTokensLast(2);
        try (var window = demo.as("district")) {
            assertThat(window.ask("/home/home.xhtml").status()).isEqualTo(200);
            keycloak.open("district@demo.example", false);
            Waiting.until(
                    "the session to end", () -> window.ask("/home/home.xhtml").status() == 302);
        } finally {
            keycloak.open("district@demo.example", true);
            keycloak.accessTokensLast(300);
        }
    }

    @Test
    void aForgedLogOutEndsNothing() {
        try (var window = demo.as(User.AUDITOR)) {
            for (var token : new String[] {"", "a.b.c", keycloak.unsigned("auditor@demo.example")}) {
                assertThat(keycloak.logOut(token)).as(token).isEqualTo(400);
            }
            assertThat(window.ask("/home/home.xhtml").status()).isEqualTo(200);
            assertThat(window.ask("/back-channel-log-out").status()).isEqualTo(405);
        }
    }

    @Test
    void anOperatorOpensATenantWhoseAdminSeesItAndNothingElse() {
        var slug = "kund-" + UUID.randomUUID().toString().substring(0, 8);
        var email = newAddress();
        try (var operator = demo.as(User.OPERATOR);
                var admin = demo.window()) {
            operator.open("/operator/new.xhtml");
            var page = operator.page();
            press(page, "Lägg upp kunden");
            assertThat(page.locator(".ui-message-error").first()).isVisible();
            open(operator, slug, email);
            assertThat(page.locator("h1")).containsText("Förbundet " + slug);
            Usable.assertUsableNow(operator, "a tenant");
            choosePassword(admin.page(), keycloak.linkInMailTo(email));
            admin.open("/");
            admin.logIn(email, PASSWORD);
            admin.page().waitForURL(url -> url.startsWith(demo.address()));
            admin.open("/group/list.xhtml");
            assertThat(admin.page().locator("main")).containsText("Förbundet " + slug);
            admin.open("/member/list.xhtml");
            assertThat(admin.page().locator("table.data")).hasCount(0);
            assertThat(admin.open("/operator/tenants.xhtml")).isEqualTo(403);
            operator.open(page.url().substring(demo.address().length()));
            assertThat(page.locator("main")).containsText("Har loggat in");
        }
    }

    @Test
    void whoIsInTwoTenantsChoosesOneAtLogIn() {
        var email = newAddress();
        var first = "en-" + UUID.randomUUID().toString().substring(0, 8);
        var second = "tva-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.addAccount(email, PASSWORD);
        try (var operator = demo.as(User.OPERATOR);
                var admin = demo.window()) {
            open(operator, first, email);
            open(operator, second, email);
            Waiting.until("the account to be in both", () -> keycloak.organisationsOf(email) == 2);
            admin.open("/");
            admin.page().locator("#username").fill(email);
            admin.page().locator("#kc-login").click();
            admin.page().getByText(second).click();
            admin.page().locator("#password").fill(PASSWORD);
            admin.page().locator("#kc-login").click();
            admin.page().waitForURL(url -> url.startsWith(demo.address()));
            assertThat(admin.open("/group/list.xhtml")).isEqualTo(200);
            assertThat(admin.page().locator("main")).containsText("Förbundet " + second);
            assertThat(admin.page().locator("main")).not().containsText("Förbundet " + first);
        }
    }

    private static void open(Window operator, String slug, String email) {
        operator.open("/operator/new.xhtml");
        var page = operator.page();
        page.locator("#name").fill("Förbundet " + slug);
        page.locator("#slug").fill(slug);
        page.locator("#admin-name").fill("Hedda Huvudansvarig");
        page.locator("#admin-email").fill(email);
        press(page, "Lägg upp kunden");
        page.waitForURL("**/operator/tenant.xhtml**");
    }

    @Test
    void whoHasAnIdentityProviderOfTheTenantsOwnLogsInThere() {
        var alias = "egen-" + UUID.randomUUID().toString().substring(0, 8);
        var email = "sara@" + alias + ".example";
        keycloak.addProvider(alias, email, PASSWORD);
        keycloak.giveDomain(TENANT, email);
        try (var operator = demo.as(User.OPERATOR);
                var sara = demo.window();
                var granted = demo.window();
                var treasurer = demo.as(User.TREASURER)) {
            link(operator, alias);
            Waiting.until("the link", () -> keycloak.providersOf(TENANT).contains(alias));
            logInElsewhere(sara, alias, email);
            assertThat(sara.open("/bankfile/list.xhtml"))
                    .as("nothing was granted")
                    .isEqualTo(403);
            invite(treasurer, email);
            logInElsewhere(granted, alias, email);
            assertThat(granted.open("/bankfile/list.xhtml")).isEqualTo(200);
        } finally {
            keycloak.removeProvider(alias);
        }
    }

    /** Keycloak asks who it is, and sends people of the domain on to their own provider. */
    private void logInElsewhere(Window window, String alias, String email) {
        window.open("/");
        window.page().locator("#username").fill(email);
        window.page().locator("#kc-login").click();
        window.page().waitForURL(url -> url.contains("/realms/" + alias + "/"));
        window.page().locator("#username").fill(email);
        window.page().locator("#password").fill(PASSWORD);
        window.page().locator("#kc-login").click();
        window.page().waitForURL(url -> url.startsWith(demo.address()));
    }

    private static void link(Window operator, String alias) {
        operator.open("/operator/tenants.xhtml");
        operator.page().locator("table.data a").first().click();
        operator.page().locator("#alias").fill(alias);
        press(operator.page(), "Koppla till kunden");
    }

    private static void invite(Window treasurer, String email) {
        treasurer.open("/access/give.xhtml");
        treasurer.page().locator("#name").fill("Inga Inbjuden");
        treasurer.page().locator("#email").fill(email);
        treasurer
                .page()
                .locator("#role")
                .selectOption(new SelectOption().setLabel("Kassör: bankfiler och inbetalningar, läser avier"));
        press(treasurer.page(), "Ge behörigheten");
        treasurer.page().waitForURL("**/access/list.xhtml**");
    }

    /** Keycloak's pages behind the link of its mail, each of which has one way on. */
    private static void choosePassword(Page page, String link) {
        page.navigate(link);
        while (page.locator("#password-new").count() == 0) {
            page.locator("#kc-info-message a, #kc-content a, .kc-feedback-text ~ a")
                    .first()
                    .click();
        }
        page.locator("#password-new").fill(PASSWORD);
        page.locator("#password-confirm").fill(PASSWORD);
        page.locator("input[type=submit], button[type=submit]").first().click();
        page.waitForLoadState();
    }

    private static Locator row(Window window, String email) {
        return window.page().locator("table.data tbody tr").filter(new Locator.FilterOptions().setHasText(email));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static String newAddress() {
        return "inga-" + UUID.randomUUID() + "@demo.example";
    }
}

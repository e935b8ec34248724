package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Browsers log in by Keycloak, and by nothing else; tokens are for the API, and nothing else is. */
@OnRunningDemo
class LogInIT {
    private static final String DEEP = "/dispatch/list.xhtml?state=SENT";

    private final Demo demo;

    LogInIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void logInLeadsToThePageThatWasAskedFor() {
        try (var window = demo.window()) {
            window.open(DEEP);
            window.logIn(User.OFFICE);
            assertThat(window.page().url()).isEqualTo(demo.address() + DEEP);
            assertThat(window.page().locator(".page-head h1").isVisible()).isTrue();
        }
    }

    @Test
    void aWrongPasswordOpensNothing() {
        try (var window = demo.window()) {
            window.open(DEEP);
            window.logIn("office", "wrong");
            assertThat(window.asksWhoItIs()).isTrue();
            assertThat(window.ask(DEEP).status()).isEqualTo(302);
        }
    }

    @Test
    void logInChangesTheIdOfTheSession() {
        try (var window = demo.window()) {
            window.open("/");
            var before = window.session().value;
            window.logIn(User.OFFICE);
            assertThat(window.session().value).isNotEqualTo(before);
            try (var thief = demo.window()) {
                var stolen = thief.ask("/home/home.xhtml", "Cookie", "JSESSIONID=" + before);
                assertThat(stolen.status()).isEqualTo(302);
            }
        }
    }

    @Test
    void theCookieOfTheSessionIsForThisSiteAloneAndForNoScript() {
        try (var window = demo.as(User.MEMBER)) {
            assertThat(window.session().httpOnly).isTrue();
            assertThat(window.session().sameSite).isEqualTo(SameSiteAttribute.LAX);
        }
    }

    @Test
    void logOutEndsTheSessionHereAndAtKeycloak() {
        try (var window = demo.as(User.TREASURER)) {
            var session = window.session().value;
            window.page().locator("summary.who").click();
            window.page().locator("#log-out").click();
            window.page().waitForURL(url -> url.contains("left=true"));
            assertThat(window.text()).contains("Du är utloggad");
            window.open("/home/home.xhtml");
            assertThat(window.asksWhoItIs()).isTrue();
            try (var thief = demo.window()) {
                var stolen = thief.ask("/home/home.xhtml", "Cookie", "JSESSIONID=" + session);
                assertThat(stolen.status()).isEqualTo(302);
            }
        }
    }

    @Test
    void whoLeavesAnErrorPageStaysLoggedIn() {
        try (var window = demo.as(User.OFFICE)) {
            window.post("/log-out");
            assertThat(window.ask("/home/home.xhtml").status()).isEqualTo(200);
        }
    }

    @Test
    void aLinkFromElsewhereLogsNobodyOut() {
        try (var window = demo.as(User.OFFICE)) {
            assertThat(window.ask("/log-out").status()).isEqualTo(405);
            assertThat(window.ask("/home/home.xhtml").status()).isEqualTo(200);
        }
    }

    @Test
    void aSessionOpensNothingOfTheApi() {
        try (var window = demo.as(User.OFFICE)) {
            for (var path : List.of("/api/v1/me", "/api/v1/groups", "/api/v1/invoices")) {
                assertThat(window.ask(path).status()).as(path).isEqualTo(401);
            }
        }
    }

    @Test
    void aTokenOpensNoPage() {
        var bearer = "Bearer " + demo.token(User.OFFICE);
        try (var window = demo.window()) {
            assertThat(window.ask("/api/v1/me", "Authorization", bearer).status())
                    .isEqualTo(200);
            PageAddress.all().stream().filter(page -> page.needs().isPresent()).forEach(page -> {
                var answer = window.ask(page.path(), "Authorization", bearer);
                assertThat(answer.status()).as(page.path()).isEqualTo(302);
                assertThat(answer.headers().get("location"))
                        .contains(
                                page.path().startsWith("/my/")
                                        ? "/public/log-in.xhtml"
                                        : "/protocol/openid-connect/auth");
                assertThat(answer.text()).as(page.path()).doesNotContain("<main");
            });
        }
    }

    @Test
    void withoutLogInEveryAddressLeadsToKeycloakWhetherItExistsOrNot() {
        try (var window = demo.window()) {
            for (var path : List.of("/", "/home/home.xhtml", "/nowhere", "/WEB-INF/web.xml", "/shell/../home.xhtml")) {
                var answer = window.ask(path);
                assertThat(answer.status()).as(path).isIn(302, 404);
                assertThat(answer.text()).as(path).doesNotContain("<main", "<web-app");
            }
        }
    }

    @Test
    void anAddressThatNoPageClaimsStaysShutAfterLogIn() {
        try (var window = demo.as(User.OFFICE)) {
            for (var path : List.of(
                    "/nowhere",
                    "/nowhere.xhtml",
                    "/WEB-INF/web.xml",
                    "/WEB-INF/templates/shell.xhtml",
                    "/home/home",
                    "/home/home.xhtml/",
                    "/META-INF/MANIFEST.MF")) {
                assertThat(window.ask(path).status()).as(path).isEqualTo(404);
            }
        }
    }
}

package se.aviso.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody else's page can make a browser do that is logged in here: nothing. */
@OnRunningDemo
class ForgeryIT {
    private final Demo demo;

    ForgeryIT(Demo demo) {
        this.demo = demo;
    }

    @Test
    void aFormIsTakenWithTheStateOfItsOwnPageAndFromThereAlone() {
        var name = "Förfalskade klubben";
        try (var window = demo.as(User.OFFICE)) {
            window.open("/group/new.xhtml?under=" + district());
            window.page().locator("#name").fill(name);
            var form = form(window.page());
            for (var state : List.of("stateless", "-1:-1", "")) {
                var forged = form.body().replaceFirst("ViewState=[^&]*", "ViewState=" + state);
                send(window, form.action(), forged, "same-origin");
                assertThat(groups(name)).as("with the state '" + state + "'").isZero();
            }
            assertThat(send(window, form.action(), form.body(), "cross-site")).isEqualTo(403);
            assertThat(groups(name)).as("from another site").isZero();
            send(window, form.action(), form.body(), "same-origin");
            assertThat(groups(name)).as("from the page itself").isEqualTo(1);
        }
    }

    @Test
    void logInLeadsToNoOtherSite() {
        try (var window = demo.window()) {
            window.page().navigate(demo.address() + "//evil.example/home.xhtml");
            window.logIn(User.OFFICE);
            assertThat(window.page().url()).startsWith(demo.address() + "/");
        }
    }

    @Test
    void noOtherSiteFramesAPage() throws IOException {
        var page = "<iframe src='" + demo.address() + "/public/join.xhtml?group=umea'></iframe>";
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> answer(exchange, page));
        site.start();
        try (var window = demo.as(User.OFFICE)) {
            window.page().navigate("http://127.0.0.1:" + site.getAddress().getPort() + "/");
            window.page()
                    .waitForCondition(
                            () -> window.complaints().stream().anyMatch(words -> words.contains("frame-ancestors")));
        } finally {
            site.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aLogoThatIsTooLargeIsNamedWhereItIsSeen() {
        try (var window = demo.as(User.TREASURER)) {
            window.open("/group/list.xhtml");
            window.page().locator("main a[href*='/group/detail.xhtml']").first().click();
            window.page()
                    .locator("#logo input[type=file]")
                    .setInputFiles(new FilePayload("foto.jpg", "image/jpeg", new byte[12_000_000]));
            window.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ladda upp"))
                    .click();
            var message = window.page().locator(".message.bad");
            assertThat(message).containsText("1 MB");
            assertThat(message).isInViewport();
        }
    }

    /** A form as a browser would send it. */
    private record Form(String action, String body) {}

    private static Form form(Page page) {
        var sent = (List<?>) page.evaluate("""
                () => {
                    const form = document.querySelector('#name').form;
                    const button = form.querySelector('button[type=submit]');
                    const body = new URLSearchParams(new FormData(form));
                    body.append(button.name, '');
                    return [form.action, body.toString()];
                }""");
        return new Form(String.valueOf(sent.get(0)), String.valueOf(sent.get(1)));
    }

    private static int send(Window window, String action, String body, String site) {
        var options = RequestOptions.create()
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Sec-Fetch-Site", site)
                .setData(body)
                .setMaxRedirects(0);
        return window.page().context().request().post(action, options).status();
    }

    private long groups(String name) {
        return Long.parseLong(column("select count(*)::text from group_node where name = '" + name + "'"));
    }

    private String district() {
        return column("select parent_id::text from group_node where slug = 'umea'");
    }

    private String column(String query) {
        return demo.books().column("demo", query).get(0);
    }
}

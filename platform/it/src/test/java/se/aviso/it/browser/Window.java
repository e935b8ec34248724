package se.aviso.it.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.aviso.launcher.keycloak.DemoUsers;

/** A browser window with cookies of its own; it notes what the browser complains about. */
final class Window implements AutoCloseable {
    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int HEIGHT = 900;
    private static final String ROWS_LIKE_THOSE_ABOVE = "table.data > tbody > tr:nth-child(n+11)";
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Window(Browser browser, String address) {
        this.address = address;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("sv-SE")
                .setReducedMotion(ReducedMotion.REDUCE)); // no colour is looked at half-way to another
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        wide().light();
    }

    /** Where the product is. */
    String address() {
        return address;
    }

    Page page() {
        return page;
    }

    /** Opens an address of the product, and answers the status. */
    int open(String path) {
        complaints.clear();
        return page.navigate(address + path).status();
    }

    /** Asks for an address with the window's cookies and without showing it; redirects are not followed. */
    APIResponse ask(String path, String... headers) {
        var options = RequestOptions.create().setMaxRedirects(0);
        for (var i = 0; i < headers.length; i += 2) {
            options.setHeader(headers[i], headers[i + 1]);
        }
        return context.request().get(address + path, options);
    }

    /** Sends an empty form, as a script does when a page is left. */
    void post(String path) {
        context.request().post(address + path, RequestOptions.create().setMaxRedirects(0));
    }

    /** Fills in the log-in form of Keycloak, which must be the page that is shown. */
    void logIn(User user) {
        logIn(user.login());
    }

    /** The same for somebody who was granted nothing yet. */
    void logIn(String name) {
        logIn(name, DemoUsers.PASSWORD);
        page.waitForURL(url -> url.startsWith(address));
    }

    /** Tells Keycloak who it is, and on its next page the password. */
    void logIn(String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#kc-login").click();
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Whether Keycloak asks who it is, or for the password. */
    boolean asksWhoItIs() {
        return page.locator("#username, #password").first().isVisible();
    }

    void speak(String language) {
        var form = FormData.create().set("language", language).set("back", "/shell/more.xhtml");
        context.request()
                .post(address + "/shell/language", RequestOptions.create().setForm(form));
    }

    Window wide() {
        page.setViewportSize(WIDE, HEIGHT);
        return this;
    }

    Window narrow() {
        page.setViewportSize(NARROW, HEIGHT);
        return this;
    }

    Window light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    Window dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /** Errors of scripts and loads, and what the security policy has refused, since the page was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What keeps people from using the page, by the rules of axe. */
    List<String> barriers() {
        return grave(axe());
    }

    /** What cannot be read for its colours; another scheme changes nothing else. */
    List<String> faintWords() {
        return grave(axe().withRules(List.of("color-contrast")));
    }

    /** Without a second page for what frames have found: our pages have none, and may have none. */
    private AxeBuilder axe() {
        var onlyWhatIsWrong = new AxeRunOptions();
        onlyWhatIsWrong.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page).options(onlyWhatIsWrong).setLegacyMode(true);
        return Thoroughness.WANTED.looksAtEveryRow() ? axe : axe.exclude(ROWS_LIKE_THOSE_ABOVE);
    }

    private static List<String> grave(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }

    /** The elements that stick out to the right, if the page as a whole can be moved sideways. */
    List<?> sticksOut() {
        return (List<?>) page.evaluate("""
                () => {
                    const edge = document.documentElement.clientWidth;
                    if (document.documentElement.scrollWidth <= edge) { return []; }
                    return [...document.querySelectorAll('body *')]
                        .filter(one => one.getBoundingClientRect().right > edge + 0.5)
                        .map(one => one.tagName + '.' + one.className).slice(0, 8);
                }""");
    }

    String text() {
        return page.innerText("body");
    }

    /** The cookie by which the product knows the browser. */
    Cookie session() {
        return context.cookies(address).stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    /** What the browser keeps for an address below its host's root, and no other address gets. */
    List<Cookie> cookies(String there) {
        return context.cookies(there).stream()
                .filter(cookie -> !cookie.path.equals("/"))
                .toList();
    }

    /** Has these, as if it had been there. */
    void take(List<Cookie> cookies) {
        context.addCookies(cookies);
    }

    /** The product has forgotten the window, as it does of itself after an hour; Keycloak has not. */
    void lose() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    }

    /** A picture of the whole page; the window is made as high, for what is fixed at its edge stands there. */
    void shoot(Path file) {
        var before = page.viewportSize();
        var height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(before.width, Math.max(before.height, height));
        page.waitForCondition(this::hasItsPictures);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.setViewportSize(before.width, before.height);
    }

    /** Asked anew each time: a function that waits in the page would be compiled there, which our policy forbids. */
    private boolean hasItsPictures() {
        return (boolean) page.evaluate("Array.from(document.images).every(picture => picture.complete)");
    }

    @Override
    public void close() {
        context.close();
    }
}

package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.aviso.it.Books;
import se.aviso.it.Client;
import se.aviso.it.Mails;
import se.aviso.it.Product;
import se.aviso.it.Waiting;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;
import se.aviso.launcher.keycloak.DemoUsers;
import se.aviso.launcher.keycloak.KeycloakHttp;

/** The demo with its Keycloak, its users and its data, and a browser to look at it. */
final class Demo implements AutoCloseable {
    private final @Nullable Product started;
    private final DataFolder folder;
    private final Chromium chromium;
    private final Mails mails;
    /** What a browser keeps of Keycloak, of each who has logged in. */
    private final Map<User, List<Cookie>> remembered = new EnumMap<>(User.class);

    private Demo(@Nullable Product started, DataFolder folder) {
        this.started = started;
        this.folder = folder;
        this.chromium = Chromium.start();
        this.mails = new Mails(folder.root());
    }

    /** One that runs already on the data folder that {@code aviso.demo} names, else one of our own. */
    static Demo open() {
        var running = Optional.ofNullable(System.getProperty("aviso.demo")).filter(Predicate.not(String::isBlank));
        if (running.isPresent()) {
            return new Demo(null, DataFolder.open(Path.of(running.get())));
        }
        var product = Product.demo();
        var demo = new Demo(product, DataFolder.open(product.data()));
        Waiting.until("the demo's data", () -> demo.note().fact("circle.exit").isPresent());
        assertThat(demo.note().fact("circle.exit")).as("the demo's circle").contains("0");
        return demo;
    }

    String address() {
        return note().fact("base-url").orElseThrow();
    }

    /** Where the demo's own bank is. */
    String bank() {
        return note().fact("bank").orElseThrow();
    }

    /** Whom the demo believes: its own Keycloak's realm. */
    String issuer() {
        return note().fact("issuer").orElseThrow();
    }

    DataFolder folder() {
        return folder;
    }

    /** A window in which nobody has logged in. */
    Window window() {
        return new Window(chromium.browser(), address());
    }

    /**
     * A window of its own for this user, at the page to which log-in leads. Keycloak knows the user again while it
     * remembers the last one, and asks for no password.
     */
    Window as(User user) {
        var window = window();
        window.take(remembered.getOrDefault(user, List.of()));
        window.open("/");
        if (window.asksWhoItIs()) {
            window.logIn(user);
        }
        remembered.put(user, window.cookies(issuer() + "/"));
        return window;
    }

    /** The same for somebody who was granted nothing yet. */
    Window as(String name) {
        var window = window();
        window.open("/");
        window.logIn(name);
        return window;
    }

    /** A bearer token of this user. */
    String token(User user) {
        return token(user.login());
    }

    /** A client of the REST API, as the user of that name. */
    Client client(String name) {
        return new Client(address(), token(name));
    }

    private String token(String name) {
        try {
            return new KeycloakHttp(issuer().substring(0, issuer().indexOf("/realms/")))
                    .demoToken(name, DemoUsers.PASSWORD);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Books books() {
        return new Books(folder.root());
    }

    /** The mails that the demo has sent. */
    Mails mails() {
        return mails;
    }

    private RunNote note() {
        return RunNote.read(folder).orElseThrow(() -> new IllegalStateException("nothing runs on " + folder.root()));
    }

    @Override
    public void close() {
        chromium.close();
        if (started != null) {
            started.close();
        }
    }
}

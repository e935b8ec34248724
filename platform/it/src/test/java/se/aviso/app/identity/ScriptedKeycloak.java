package se.aviso.app.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import se.aviso.app.server.KeycloakAccess.Access;

/** A server in Keycloak's place that answers each request as the test has said, and notes what it was asked. */
final class ScriptedKeycloak implements AutoCloseable {
    /** No answer at all. */
    static final int HANG = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpServer server;
    private boolean ownsAccounts = true;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, String> answers = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    ScriptedKeycloak() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        is("POST", "/token", 200, "{\"access_token\":\"t\",\"expires_in\":300}");
    }

    Access access() {
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Access(
                URI.create(base),
                URI.create(base + "/token"),
                "aviso-admin",
                "secret",
                "aviso-web",
                URI.create("http://localhost/"),
                ownsAccounts,
                PATIENCE);
    }

    /** Its accounts are other products' too. */
    ScriptedKeycloak shared() {
        ownsAccounts = false;
        return this;
    }

    /** From now on, requests whose path begins so are answered so. */
    ScriptedKeycloak is(String method, String path, int status, String body) {
        answers.put(method + " " + path, status + " " + body);
        return this;
    }

    /** A Keycloak in which everything goes well: the organisation is there, the account is not. */
    ScriptedKeycloak well() {
        return is("GET", "/organizations", 200, "[{\"id\":\"org-1\",\"alias\":\"ours\"}]")
                .is("POST", "/organizations", 201, "")
                .is("GET", "/users", 200, "[]")
                .is("POST", "/users", 201, "")
                .is("PUT", "/users", 204, "");
    }

    /** What was asked, without tokens. */
    List<String> asked() {
        return asked.stream().filter(each -> !each.contains("/token")).toList();
    }

    void forget() {
        asked.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(request);
        var found = answers.entrySet().stream()
                .filter(entry -> request.startsWith(entry.getKey()))
                .reduce((first, second) ->
                        second.getKey().length() >= first.getKey().length() ? second : first)
                .map(Map.Entry::getValue)
                .orElse("404 ");
        var status = Integer.parseInt(found.substring(0, found.indexOf(' ')));
        if (status == HANG) {
            awaitEnd();
        }
        var body = found.substring(found.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getPath() + "/made-1");
        exchange.sendResponseHeaders(Math.max(status, 100), body.length == 0 ? -1 : body.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}

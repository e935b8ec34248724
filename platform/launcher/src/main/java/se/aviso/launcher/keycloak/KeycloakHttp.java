package se.aviso.launcher.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import se.aviso.launcher.console.Refusal;

/** The few requests that the launcher makes of Keycloak; it has no JSON library, and one string is all it reads. */
public final class KeycloakHttp {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int REFUSED = 400;
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 1_000;

    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    public KeycloakHttp(String address) {
        this.address = address;
    }

    /**
     * A token of somebody of a demo's tenant, who may be in others too. Keycloak lets nobody in who logs in elsewhere
     * at the same moment, as the demo's circle does: so it is asked a few times.
     */
    public String demoToken(String user, String password) throws IOException, InterruptedException {
        var scope = "&scope=" + encoded("openid organization:" + DemoUsers.organisation(user));
        for (var tried = 1; tried < TRIES; tried++) {
            try {
                return token("aviso", "aviso-cli", user, password, scope);
            } catch (Refusal atTheSameMoment) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return token("aviso", "aviso-cli", user, password, scope);
    }

    /** A token of a user of this realm, by password. */
    public String passwordToken(String realm, String clientId, String user, String password)
            throws IOException, InterruptedException {
        return token(realm, clientId, user, password, "");
    }

    private String token(String realm, String clientId, String user, String password, String more)
            throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=" + encoded(clientId) + "&username=" + encoded(user) + "&password="
                + encoded(password) + more;
        var response = client.send(
                HttpRequest.newBuilder(URI.create(address + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var token = TOKEN.matcher(response.body());
        if (!token.find()) {
            throw new Refusal("Keycloak gave no token for " + user + " (status " + response.statusCode() + ").");
        }
        return token.group(1);
    }

    /** The status of a page. */
    int status(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Whether the admin API has something at this path. */
    boolean has(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                < REFUSED;
    }

    /** Sends a document to the admin API. */
    void send(String method, String path, String token, String json) throws IOException, InterruptedException {
        var response = client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= REFUSED) {
            throw new Refusal("Keycloak refused " + method + " " + path + " with status " + response.statusCode() + ": "
                    + response.body());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

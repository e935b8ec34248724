package se.aviso.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import se.aviso.it.Waiting;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.keycloak.KeycloakHttp;

/** The demo's Keycloak as its administrator sees it, and the mail that it sends. */
final class RealKeycloak {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/login-actions/action-token[^\\s\"<>]+");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Demo demo;

    RealKeycloak(Demo demo) {
        this.demo = demo;
    }

    /** The link in the mail that Keycloak has sent to the address. */
    String linkInMailTo(String email) {
        var found = new String[1];
        Waiting.until("mail to " + email, () -> {
            found[0] = mails(email).map(RealKeycloak::link).orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    private Optional<String> mails(String email) {
        try (var files = Files.walk(demo.folder().root().resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(RealKeycloak::text)
                    .filter(text -> text.contains(email) && text.contains("action-token"))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Mail in quoted-printable: lines that were broken are joined, and signs are read back. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .replaceAll("=\\r?\\n", "")
                    .replace("=3D", "=");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String link(String mail) {
        var link = LINK.matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group().replace("&amp;", "&");
    }

    int organisationsOf(String email) {
        return admin("GET", "/organizations/members/" + user(email) + "/organizations", "")
                .size();
    }

    int sessionsOf(String email) {
        return admin("GET", "/users/" + user(email) + "/sessions", "").size();
    }

    void endSessionsOf(String email) {
        admin("POST", "/users/" + user(email) + "/logout", "{}");
    }

    /** How long access tokens of the pages' client last from now on. */
    void accessTokensLast(int seconds) {
        var client = admin("GET", "/clients?clientId=aviso-web", "").get(0);
        ((ObjectNode) client.get("attributes")).put("access.token.lifespan", Integer.toString(seconds));
        admin("PUT", "/clients/" + client.get("id").asText(), client.toString());
    }

    /** Shuts an account, or opens it again. */
    void open(String email, boolean enabled) {
        var account = (ObjectNode) admin("GET", "/users/" + user(email), "");
        admin("PUT", "/users/" + user(email), account.put("enabled", enabled).toString());
    }

    /**
     * A provider of somebody's own, who knows one person: another realm of this Keycloak. People of its domain are sent
     * there once it is linked.
     */
    void addProvider(String alias, String email, String password) {
        callAdmin("POST", "", """
                {"realm": "%1$s", "enabled": true,
                 "clients": [{"clientId": "aviso", "secret": "secret", "enabled": true,
                   "redirectUris": ["%2$s/broker/%1$s/endpoint"]}],
                 "users": [{"username": "%3$s", "email": "%3$s", "emailVerified": true, "enabled": true,
                   "firstName": "Sara", "lastName": "Egen",
                   "credentials": [{"type": "password", "value": "%4$s"}]}]}""".formatted(alias, demo.issuer(), email, password));
        admin("POST", "/identity-provider/instances", """
                {"alias": "%1$s", "providerId": "oidc", "enabled": true, "trustEmail": true,
                 "config": {"clientId": "aviso", "clientSecret": "secret", "issuer": "%2$s",
                   "authorizationUrl": "%2$s/protocol/openid-connect/auth", "useJwksUrl": "true",
                   "tokenUrl": "%2$s/protocol/openid-connect/token", "validateSignature": "true",
                   "jwksUrl": "%2$s/protocol/openid-connect/certs", "defaultScope": "openid profile email",
                   "clientAuthMethod": "client_secret_post", "kc.org.domain": "%3$s",
                   "kc.org.broker.redirect.mode.email-matches": "true"}}""".formatted(alias, base() + "/realms/" + alias, domain(email)));
    }

    /** An account whose owner has proven the address and chosen the password. */
    void addAccount(String email, String password) {
        admin("POST", "/users", """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true, "firstName": "Tove",
                 "lastName": "Två", "credentials": [{"type": "password", "value": "%2$s"}]}""".formatted(email, password));
    }

    void removeProvider(String alias) {
        admin("DELETE", "/identity-provider/instances/" + alias, "");
        callAdmin("DELETE", "/" + alias, "");
    }

    /** The organisation vouches for addresses of that domain from now on. */
    void giveDomain(String organisation, String email) {
        var found = (ObjectNode) organisation(organisation);
        found.putArray("domains").addObject().put("name", domain(email)).put("verified", true);
        admin("PUT", "/organizations/" + found.get("id").asText(), found.toString());
    }

    String providersOf(String organisation) {
        var id = organisation(organisation).get("id").asText();
        return admin("GET", "/organizations/" + id + "/identity-providers", "").toString();
    }

    private JsonNode organisation(String slug) {
        return admin("GET", "/organizations?exact=true&search=" + slug, "").get(0);
    }

    private static String domain(String email) {
        return email.substring(email.indexOf('@') + 1);
    }

    /** A log-out token that says the right things and that nobody has signed. */
    String unsigned(String email) {
        var now = Instant.now().getEpochSecond();
        var claims = """
                {"iss": "%s", "aud": "aviso-web", "sub": "%s", "iat": %d, "exp": %d, "jti": "forged",
                 "events": {"http://schemas.openid.net/event/backchannel-logout": {}}}""".formatted(demo.issuer(), user(email), now, now + 60);
        return encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".";
    }

    /** Sends a log-out token to Aviso, and answers the status. */
    int logOut(String token) {
        var request = HttpRequest.newBuilder(URI.create(demo.address() + "/back-channel-log-out"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
        return send(request).statusCode();
    }

    private String user(String email) {
        var found = admin("GET", "/users?exact=true&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8), "");
        return StreamSupport.stream(found.spliterator(), false)
                .map(user -> user.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode admin(String method, String path, String body) {
        return callAdmin(method, "/aviso" + path, body);
    }

    private String base() {
        return demo.issuer().substring(0, demo.issuer().indexOf("/realms/"));
    }

    private JsonNode callAdmin(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token(base()))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private String token(String base) {
        try {
            return new KeycloakHttp(base)
                    .passwordToken(
                            "master", "admin-cli", "aviso-bootstrap", new Secrets(demo.folder()).of("keycloak.admin"));
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

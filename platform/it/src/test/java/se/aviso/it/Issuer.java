package se.aviso.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An identity provider that vouches for whomever a test needs. */
public final class Issuer {
    static final String AUDIENCE = "aviso-api";
    private static final String BROWSERS = "aviso-web";

    private static final class Only {
        static final Issuer ISSUER = open();
    }

    private final HttpServer server;
    private final RSAKey key;

    private Issuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** The one of this test run; it ends with the run. */
    public static Issuer get() {
        return Only.ISSUER;
    }

    private static Issuer open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(server, newKey());
            issuer.answer("/.well-known/openid-configuration", """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/log-in",
                     "token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/log-out",
                     "response_types_supported": ["code"], "subject_types_supported": ["public"]}
                    """.formatted(issuer.address()));
            issuer.answer("/keys", new JWKSet(issuer.key.toPublicJWK()).toString());
            server.createContext("/token", issuer::redeem);
            server.start();
            return issuer;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A good token of a user of a tenant. */
    public String token(String tenant, String subject) {
        return token(tenant, subject, claims -> claims);
    }

    /** A token of which something is otherwise. */
    public String token(String tenant, String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(tenant, subject, change, key);
    }

    /** What a browser brings back from here when that user has logged in; the nonce is that of the request. */
    public static String code(String tenant, String subject, String nonce) {
        return String.join("!", tenant, subject, nonce);
    }

    private void redeem(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var code = Arrays.stream(form.split("&", -1))
                .filter(field -> field.startsWith("code="))
                .map(field -> URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow()
                .split("!", -1);
        var token = token(code[0], code[1], claims -> claims.audience(BROWSERS).claim("nonce", code[2]));
        send(exchange, "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"id_token\": \"" + token + "\"}");
    }

    /** The key that tokens are proven by, as everybody may know it. */
    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** A token that says the right things under somebody else's signature. */
    public String forged(String tenant, String subject) {
        return signed(tenant, subject, claims -> claims, newKey());
    }

    private String signed(
            String tenant, String subject, UnaryOperator<JWTClaimsSet.Builder> change, RSAKey signingKey) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(AUDIENCE)
                .subject(subject)
                .claim("name", subject)
                .claim("tenant", tenant)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(7_200)));
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, change.apply(claims).build());
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("it").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> send(exchange, json));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An identity provider that vouches for whomever a test needs. */
final class Issuer {
    static final String AUDIENCE = "aviso-api";

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
    static Issuer get() {
        return Only.ISSUER;
    }

    private static Issuer open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(server, newKey());
            issuer.answer("/.well-known/openid-configuration", """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/log-in",
                     "response_types_supported": ["code"], "subject_types_supported": ["public"]}
                    """.formatted(issuer.address()));
            issuer.answer("/keys", new JWKSet(issuer.key.toPublicJWK()).toString());
            server.start();
            return issuer;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A good token of a user of a tenant. */
    String token(String tenant, String subject) {
        return token(tenant, subject, claims -> claims);
    }

    /** A token of which something is otherwise. */
    String token(String tenant, String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(tenant, subject, change, key);
    }

    /** A token that says the right things under somebody else's signature. */
    String forged(String tenant, String subject) {
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
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
    }
}

package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who may end sessions from afar: the provider alone, by a token for this purpose, just now. */
class LogOutTokensTest {
    private static final String ISSUER = "https://id.example/realms/aviso";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final RSAKey KEY = newKey();

    private final LogOutTokens tokens = new LogOutTokens(
            new LogoutTokenValidator(
                    new Issuer(ISSUER), new ClientID("aviso-web"), JWSAlgorithm.RS256, new JWKSet(KEY.toPublicJWK())),
            CLOCK);

    @Test
    void aTokenOfOneSessionNamesIt() throws Exception {
        assertThat(tokens.prove(signed(claims -> claims)))
                .contains(new LogOutTokens.LogOut("token-1", "subject-1", "session-1"));
    }

    @Test
    void aTokenWithoutASessionIsOfAllOfTheSubjects() throws Exception {
        assertThat(tokens.prove(signed(claims -> claims.claim("sid", null))))
                .contains(new LogOutTokens.LogOut("token-1", "subject-1", null));
    }

    @Test
    void anothersSignatureCountsForNothing() throws Exception {
        assertThat(tokens.prove(signed(newKey(), claims -> claims))).isEmpty();
    }

    @Test
    void aTokenWithoutASignatureCountsForNothing() throws Exception {
        assertThat(tokens.prove(new PlainJWT(claims().build()).serialize())).isEmpty();
        assertThat(tokens.prove("a.b.c")).isEmpty();
        assertThat(tokens.prove("")).isEmpty();
    }

    @Test
    void anotherIssuerOrAnotherClientCountsForNothing() throws Exception {
        assertRefused(claims -> claims.issuer("https://id.example/realms/other"));
        assertRefused(claims -> claims.audience("account"));
    }

    @Test
    void anIdTokenIsNoLogOutToken() throws Exception {
        assertRefused(claims -> claims.claim("events", null));
        assertRefused(claims -> claims.claim("events", Map.of("http://example.org/other", Map.of())));
        assertRefused(claims -> claims.claim("nonce", "n-1"));
    }

    @Test
    void aTokenThatNamesNobodyCountsForNothing() throws Exception {
        assertRefused(claims -> claims.subject(null).claim("sid", null));
        assertRefused(claims -> claims.jwtID(null));
    }

    @Test
    void aTokenOfYesterdayOrOfTomorrowCountsForNothing() throws Exception {
        assertRefused(claims -> claims.issueTime(at(-600)));
        assertRefused(claims -> claims.issueTime(at(600)).expirationTime(at(900)));
        assertRefused(claims -> claims.expirationTime(at(-300)));
        assertRefused(claims -> claims.issueTime(null));
    }

    @Test
    void aTokenOfUnheardLengthIsNotEvenRead() throws Exception {
        assertThat(tokens.prove(signed(claims -> claims.claim("more", "x".repeat(20_000)))))
                .isEmpty();
        assertRefused(claims -> claims.jwtID("x".repeat(300)));
    }

    private void assertRefused(UnaryOperator<JWTClaimsSet.Builder> change) throws IOException, JOSEException {
        assertThat(tokens.prove(signed(change))).isEqualTo(Optional.empty());
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(KEY, change);
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build();
        var token = new SignedJWT(header, change.apply(claims()).build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("aviso-web")
                .subject("subject-1")
                .jwtID("token-1")
                .claim("sid", "session-1")
                .claim("events", Map.of(EVENT, Map.of()))
                .issueTime(at(0))
                .expirationTime(at(120));
    }

    private static Date at(long seconds) {
        return Date.from(Instant.ofEpochMilli(CLOCK.millis()).plusSeconds(seconds));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package se.aviso.it.matrix;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import se.aviso.it.Issuer;

/** What somebody shows who is not to be believed; the words in it are the tenant admin's. */
enum Badge {
    NONE(""),
    GARBAGE("a.b.c"),
    EXPIRED(token(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))))),
    WRONG_AUDIENCE(token(claims -> claims.audience("account"))),
    WRONG_ISSUER(token(claims -> claims.issuer("https://evil.example"))),
    NO_SUBJECT(token(claims -> claims.subject(null))),
    NO_TENANT(token(claims -> claims.claim("tenant", null))),
    TWO_TENANTS(token(claims -> claims.claim("tenant", List.of(World.HERE, World.MIRROR)))),
    UNKNOWN_TENANT(Issuer.get().token("ingen", World.HERE + "-admin")),
    BAD_SIGNATURE(Issuer.get().forged(World.HERE, World.HERE + "-admin")),
    /** Says that it needs no signature. */
    UNSIGNED(unsigned()),
    /** Signed with the key that everybody may read, as if it were a secret. */
    PUBLIC_KEY_AS_SECRET(confused());

    private final String token;

    Badge(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return Issuer.get().token(World.HERE, World.HERE + "-admin", change);
    }

    private static String unsigned() {
        return new PlainJWT(claims()).serialize();
    }

    private static String confused() {
        try {
            var secret = Issuer.get().publicKey().toPublicKey().getEncoded();
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(Issuer.get().publicKey().getKeyID())
                    .build();
            var token = new SignedJWT(header, claims());
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWTClaimsSet claims() {
        try {
            return SignedJWT.parse(token(claims -> claims)).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

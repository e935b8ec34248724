package se.aviso.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.aviso.app.server.IdentityConfig;

/** Proves bearer tokens: signature by the issuer's keys, issuer, audience, time. */
@ApplicationScoped
class TokenProof {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int SKEW_SECONDS = 30;
    private static final int TIMEOUT_MILLIS = 3000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration KEYS_OUTLIVE_AN_OUTAGE = Duration.ofHours(4);

    @Inject
    IdentityConfig config;

    private volatile @Nullable DefaultJWTProcessor<SecurityContext> processor;

    TokenVerdict prove(String token) {
        try {
            return TokenVerdict.valid(bearer(processor().process(token, null)));
        } catch (KeySourceException | IOException unreachable) {
            return TokenVerdict.UNPROVABLE;
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            return TokenVerdict.INVALID;
        }
    }

    private Bearer bearer(JWTClaimsSet claims) throws ParseException, BadJOSEException {
        var subject = claims.getSubject();
        var name = claims.getStringClaim("name");
        var login = claims.getStringClaim("preferred_username");
        var shown = name != null ? name : login != null ? login : subject;
        return new Bearer(subject, shown, tenantOf(claims.getClaim(config.tenantClaim())));
    }

    /** A text, or a list or map of exactly one; with more, nobody could say which is meant. */
    static String tenantOf(@Nullable Object claim) throws BadJOSEException {
        if (claim instanceof String slug) {
            return slug;
        }
        if (claim instanceof List<?> slugs && slugs.size() == 1) {
            return String.valueOf(slugs.get(0));
        }
        if (claim instanceof Map<?, ?> organisations && organisations.size() == 1) {
            return String.valueOf(organisations.keySet().iterator().next());
        }
        throw new BadJOSEException("the token names no single tenant");
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws IOException {
        var ready = processor;
        if (ready == null) {
            ready = newProcessor(keys());
            processor = ready;
        }
        return ready;
    }

    private DefaultJWTProcessor<SecurityContext> newProcessor(JWKSource<SecurityContext> keys) {
        var expected = new JWTClaimsSet.Builder().issuer(config.issuer()).build();
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(config.audience(), expected, Set.of("sub", "exp", "iat"));
        verifier.setMaxClockSkew(SKEW_SECONDS);
        var fresh = new DefaultJWTProcessor<SecurityContext>();
        fresh.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        fresh.setJWTClaimsSetVerifier(verifier);
        return fresh;
    }

    private JWKSource<SecurityContext> keys() throws IOException {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);
        var address = config.jwksUri().isPresent() ? config.jwksUri().get() : discovered(retriever);
        return JWKSourceBuilder.<SecurityContext>create(address.toURL(), retriever)
                .retrying(true)
                .outageTolerant(KEYS_OUTLIVE_AN_OUTAGE.toMillis())
                .build();
    }

    private URI discovered(DefaultResourceRetriever retriever) throws IOException {
        var address = URI.create(config.issuer() + "/.well-known/openid-configuration");
        return Discovery.jwksUri(retriever.retrieveResource(address.toURL()).getContent());
    }

    /** Reads the issuer's own description. */
    private static final class Discovery {
        private Discovery() {}

        static URI jwksUri(String json) throws IOException {
            try {
                var described = com.nimbusds.jose.util.JSONObjectUtils.parse(json);
                return com.nimbusds.jose.util.JSONObjectUtils.getURI(described, "jwks_uri");
            } catch (ParseException malformed) {
                throw new MalformedURLException("the issuer describes no keys: " + malformed.getMessage());
            }
        }
    }
}

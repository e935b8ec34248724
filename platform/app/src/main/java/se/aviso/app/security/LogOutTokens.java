package se.aviso.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves log-out tokens by OpenID Connect Back-Channel Logout 1.0: the provider's signature, issuer, audience, the
 * event, no nonce, a subject or a session; and that it was issued just now.
 */
final class LogOutTokens {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int LONGEST = 16_384;
    private static final int LONGEST_ID = 200;

    private final LogoutTokenValidator validator;
    private final Clock clock;

    LogOutTokens(LogoutTokenValidator validator, Clock clock) {
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param token its own id, which counts once
     * @param session the one session that ends; null when all of the subject's do
     */
    record LogOut(
            String token,
            @Nullable String subject,
            @Nullable String session) {}

    /** What the token says; nothing when it is not to be believed. */
    Optional<LogOut> prove(String token) throws IOException {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var claims = validator.validate(JWTParser.parse(token));
            var id = claims.getJWTID().getValue();
            var issued = claims.getIssueTime().toInstant();
            var age = Duration.between(issued, clock.instant()).abs();
            var subject =
                    claims.getSubject() == null ? null : claims.getSubject().getValue();
            var session =
                    claims.getSessionID() == null ? null : claims.getSessionID().getValue();
            return age.compareTo(LIFE) <= 0 && id.length() <= LONGEST_ID
                    ? Optional.of(new LogOut(id, subject, session))
                    : Optional.empty();
        } catch (KeySourceException unreachable) {
            throw new IOException("the identity provider's keys cannot be had", unreachable);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return Optional.empty();
        }
    }
}

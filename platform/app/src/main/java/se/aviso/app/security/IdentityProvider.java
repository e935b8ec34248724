package se.aviso.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.server.IdentityConfig;
import se.aviso.app.server.ModeConfig;
import se.aviso.identity.SessionLease;

/** The identity provider as a browser's log-in needs it: code flow with PKCE, a nonce, and a proven ID token. */
@ApplicationScoped
class IdentityProvider {
    private static final Logger LOG = System.getLogger(IdentityProvider.class.getName());
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int MOST_BYTES = 256 * 1024;

    @Inject
    IdentityConfig config;

    @Inject
    ModeConfig mode;

    @Inject
    Clock clock;

    private volatile @Nullable OIDCProviderMetadata described;
    private volatile @Nullable LogOutTokens logOutTokens;

    /** Where the browser logs in, or is let in without being asked. */
    URI authorization(State state, PendingLogIns.Pending pending) throws IOException {
        return asking(state, pending).build().toURI();
    }

    /** Where the browser is asked to log in, even if the provider still knows it. */
    URI freshAuthorization(State state, PendingLogIns.Pending pending) throws IOException {
        return asking(state, pending)
                .prompt(new Prompt(Prompt.Type.LOGIN))
                .build()
                .toURI();
    }

    private AuthenticationRequest.Builder asking(State state, PendingLogIns.Pending pending) throws IOException {
        return new AuthenticationRequest.Builder(ResponseType.CODE, Scope.parse(config.scope()), client(), callback())
                .endpointURI(description().getAuthorizationEndpointURI())
                .state(state)
                .nonce(new Nonce(pending.nonce()))
                .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256);
    }

    /**
     * Somebody who has just logged in.
     *
     * @param email their address, if the provider has proven it
     * @param session what their session stands on
     */
    record Arrival(Visitor visitor, Optional<String> email, ProviderSession session) {}

    /** Who it is that brings the code; nobody when code or token is not to be believed. */
    Optional<Arrival> redeem(String code, PendingLogIns.Pending pending) throws IOException {
        try {
            var grant = new AuthorizationCodeGrant(
                    new AuthorizationCode(code), callback(), new CodeVerifier(pending.verifier()));
            var request = limited(new TokenRequest.Builder(description().getTokenEndpointURI(), credentials(), grant)
                    .build()
                    .toHTTPRequest());
            var response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                LOG.log(
                        Level.WARNING,
                        "log-in refused: {0}",
                        response.toErrorResponse().getErrorObject().getCode());
                return Optional.empty();
            }
            var tokens =
                    response.toSuccessResponse().toSuccessResponse().getTokens().toOIDCTokens();
            var token = tokens.getIDToken();
            var claims = validator().validate(token, new Nonce(pending.nonce()));
            return Optional.of(
                    new Arrival(visitor(claims, token.serialize()), provenEmail(claims), session(claims, tokens)));
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            LOG.log(Level.WARNING, "log-in not believed: {0}", refused.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Asks the provider to vouch for the session once more; nothing when it does not.
     *
     * @throws IOException when it does not answer, or answers as one that is not well
     */
    Optional<ProviderSession> renew(ProviderSession known, String refreshToken) throws IOException {
        var grant = new RefreshTokenGrant(new RefreshToken(refreshToken));
        try {
            var response = TokenResponse.parse(
                    limited(new TokenRequest.Builder(description().getTokenEndpointURI(), credentials(), grant)
                                    .build()
                                    .toHTTPRequest())
                            .send());
            if (response.indicatesSuccess()) {
                return Optional.of(renewed(known, response.toSuccessResponse().getTokens(), refreshToken));
            }
            var error = response.toErrorResponse().getErrorObject();
            if (OAuth2Error.INVALID_GRANT.equals(error)) {
                return Optional.empty();
            }
            throw new IOException("status " + error.getHTTPStatusCode() + ", " + error.getCode());
        } catch (ParseException unreadable) {
            throw new IOException("an answer that cannot be read", unreadable);
        }
    }

    private ProviderSession renewed(ProviderSession known, Tokens tokens, String former) {
        var fresh = tokens.getRefreshToken();
        return new ProviderSession(
                known.id(), known.since(), fresh == null ? former : fresh.getValue(), vouched(tokens));
    }

    private ProviderSession session(IDTokenClaimsSet claims, Tokens tokens) {
        var refresh = tokens.getRefreshToken();
        return new ProviderSession(
                claims.getStringClaim("sid"),
                clock.instant(),
                refresh == null ? null : refresh.getValue(),
                vouched(tokens));
    }

    private SessionLease vouched(Tokens tokens) {
        return SessionLease.vouched(
                clock.instant(), Duration.ofSeconds(tokens.getAccessToken().getLifetime()));
    }

    /** What a log-out token of the provider says; nothing when it is not to be believed. */
    Optional<LogOutTokens.LogOut> logOut(String token) throws IOException {
        var known = logOutTokens;
        if (known == null) {
            known = new LogOutTokens(
                    new LogoutTokenValidator(
                            new Issuer(config.issuer()),
                            client(),
                            JWSAlgorithm.RS256,
                            description().getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES)),
                    clock);
            logOutTokens = known;
        }
        return known.prove(token);
    }

    /** Where the browser ends the session with the identity provider. */
    URI endOfSession(String idToken, State state) throws IOException {
        try {
            return new LogoutRequest(
                            description().getEndSessionEndpointURI(),
                            com.nimbusds.jwt.JWTParser.parse(idToken),
                            URI.create(mode.baseUrl() + "/"),
                            state)
                    .toURI();
        } catch (java.text.ParseException notOurs) {
            throw new IllegalStateException("an ID token that was proven cannot be read", notOurs);
        }
    }

    private Visitor visitor(IDTokenClaimsSet claims, String token) throws BadJOSEException {
        var subject = claims.getSubject().getValue();
        var name = claims.getStringClaim("name");
        var login = claims.getStringClaim("preferred_username");
        var shown = name != null ? name : login != null ? login : subject;
        return new Visitor(subject, shown, TokenProof.tenantOf(claims.getClaim(config.tenantClaim())), token);
    }

    /** An address that nobody has proven could be anybody's. */
    private static Optional<String> provenEmail(IDTokenClaimsSet claims) {
        return Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))
                ? Optional.ofNullable(claims.getStringClaim("email"))
                : Optional.empty();
    }

    private ClientID client() {
        return new ClientID(config.clientId());
    }

    private ClientSecretBasic credentials() {
        return new ClientSecretBasic(client(), new Secret(config.clientSecret().orElse("")));
    }

    private URI callback() {
        return URI.create(mode.baseUrl() + "/log-in");
    }

    private IDTokenValidator validator() throws IOException {
        return new IDTokenValidator(
                new Issuer(config.issuer()),
                client(),
                JWSAlgorithm.RS256,
                description().getJWKSetURI().toURL());
    }

    /** Asked once, and again after a failure: the identity provider may start after us. */
    private OIDCProviderMetadata description() throws IOException {
        var known = described;
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(new Issuer(config.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            } catch (com.nimbusds.oauth2.sdk.GeneralException unreadable) {
                throw new IOException("the identity provider does not describe itself", unreadable);
            }
            described = known;
        }
        return known;
    }

    private static HTTPRequest limited(HTTPRequest request) {
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        return request;
    }
}

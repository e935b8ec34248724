package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose tokens are believed. */
@ApplicationScoped
public class IdentityConfig {
    @Inject
    @ConfigProperty(name = "aviso.oidc.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "aviso.oidc.jwks-uri")
    Optional<URI> jwksUri;

    @Inject
    @ConfigProperty(name = "aviso.oidc.audience", defaultValue = "aviso")
    String audience;

    @Inject
    @ConfigProperty(name = "aviso.oidc.tenant-claim", defaultValue = "organization")
    String tenantClaim;

    @Inject
    @ConfigProperty(name = "aviso.oidc.scope", defaultValue = "openid profile email")
    String scope;

    @Inject
    @ConfigProperty(name = "aviso.oidc.client-id", defaultValue = "aviso-web")
    String clientId;

    @Inject
    @ConfigProperty(name = "aviso.oidc.client-secret")
    Optional<String> clientSecret;

    /** The issuer, exactly as it stands in its tokens. */
    public String issuer() {
        return issuer;
    }

    /** Where the issuer's keys are; asked of the issuer when not set. */
    public Optional<URI> jwksUri() {
        return jwksUri;
    }

    /** The audience that a token must name. */
    public String audience() {
        return audience;
    }

    /** The claim that names the tenant. */
    public String tenantClaim() {
        return tenantClaim;
    }

    /** What is asked for at log-in, parted by blanks. */
    public String scope() {
        return scope;
    }

    /** Our name at the issuer, for those who log in with a browser. */
    public String clientId() {
        return clientId;
    }

    /** What proves to the issuer that we are that client. */
    public Optional<String> clientSecret() {
        return clientSecret;
    }
}

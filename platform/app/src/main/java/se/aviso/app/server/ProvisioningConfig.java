package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The client by which Aviso makes organisations and accounts in Keycloak; without it, provisioning is off. */
@ApplicationScoped
public class ProvisioningConfig implements KeycloakAccess {
    @Inject
    @ConfigProperty(name = "aviso.keycloak.admin.client-id")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "aviso.keycloak.admin.client-secret")
    Optional<String> clientSecret;

    @Inject
    @ConfigProperty(name = "aviso.keycloak.admin.url")
    Optional<URI> url;

    @Inject
    @ConfigProperty(name = "aviso.keycloak.admin.timeout-seconds", defaultValue = "10")
    int timeoutSeconds;

    @Inject
    @ConfigProperty(name = "aviso.keycloak.own-accounts", defaultValue = "false")
    boolean ownAccounts;

    @Inject
    IdentityConfig identity;

    @Inject
    ModeConfig mode;

    @Override
    public Optional<Access> access() {
        if (clientId.isEmpty() || clientSecret.isEmpty()) {
            return Optional.empty();
        }
        var issuer = identity.issuer();
        var admin = url.orElseGet(() -> URI.create(issuer.replaceFirst("/realms/(?=[^/]+$)", "/admin/realms/")));
        return Optional.of(new Access(
                admin,
                URI.create(issuer + "/protocol/openid-connect/token"),
                clientId.get(),
                clientSecret.get(),
                identity.clientId(),
                URI.create(mode.baseUrl() + "/"),
                ownAccounts,
                Duration.ofSeconds(timeoutSeconds)));
    }
}

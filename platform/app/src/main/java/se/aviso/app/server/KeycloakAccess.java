package se.aviso.app.server;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Aviso reaches Keycloak's admin API, where it has a client for it; without one, provisioning is off. */
public interface KeycloakAccess {
    /** The access, if the settings give one. */
    Optional<Access> access();

    /**
     * How Keycloak's admin API is reached.
     *
     * @param admin the realm in it, such as {@code https://id.example/admin/realms/aviso}
     * @param token where the client gets its tokens
     * @param loginClient the client by which browsers log in; mails lead back to it
     * @param home where they lead to
     * @param ownsAccounts true where accounts are there for Aviso alone; then those of nobody's go
     * @param patience how long an answer is waited for
     */
    record Access(
            URI admin,
            URI token,
            String clientId,
            String clientSecret,
            String loginClient,
            URI home,
            boolean ownsAccounts,
            Duration patience) {}
}

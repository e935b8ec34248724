package se.aviso.launcher.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Secrets;

/**
 * Who vouches for users: the OIDC issuer, what its tokens must say, and our client there.
 *
 * @param scope what is asked for at log-in, parted by blanks
 * @param admin the client by which the server makes organisations and accounts, where the launcher knows it
 */
public record IdentitySettings(
        String issuer,
        String audience,
        String tenantClaim,
        String scope,
        String clientId,
        String clientSecret,
        Map<String, String> admin) {
    static final String ISSUER = "aviso.oidc.issuer";
    static final String CLIENT_SECRET = "aviso.oidc.client-secret";
    private static final String AUDIENCE = "aviso.oidc.audience";
    private static final String TENANT_CLAIM = "aviso.oidc.tenant-claim";
    private static final String SCOPE = "aviso.oidc.scope";
    private static final String PLAIN_SCOPE = "openid profile email";
    private static final String CLIENT_ID = "aviso.oidc.client-id";
    private static final String ADMIN_ID = "aviso.keycloak.admin.client-id";
    private static final String ADMIN_SECRET = "aviso.keycloak.admin.client-secret";
    private static final String ORGANISATION = "organization";
    private static final String OWN_ACCOUNTS = "aviso.keycloak.own-accounts";

    /** The issuer that the settings name, if they name one. */
    public static Optional<IdentitySettings> external(Settings settings) {
        if (settings.find(ISSUER).isEmpty()) {
            return Optional.empty();
        }
        if (settings.find(CLIENT_SECRET).isEmpty()) {
            throw new Refusal("An external OIDC issuer needs the setting " + CLIENT_SECRET + " too.");
        }
        return Optional.of(of(settings, settings.get(ISSUER, ""), settings.get(CLIENT_SECRET, ""), "tenant", Map.of()));
    }

    /** The issuer that the local Keycloak is, on this port. */
    public static IdentitySettings local(Settings settings, int port, Secrets secrets) {
        var admin =
                Map.of(ADMIN_ID, "aviso-admin", ADMIN_SECRET, secrets.of("keycloak.aviso-admin"), OWN_ACCOUNTS, "true");
        var issuer = "http://localhost:" + port + "/realms/aviso";
        return of(settings, issuer, secrets.of("keycloak.aviso-web"), ORGANISATION, admin);
    }

    private static IdentitySettings of(
            Settings settings, String issuer, String secret, String tenantClaim, Map<String, String> admin) {
        var claim = settings.get(TENANT_CLAIM, tenantClaim);
        return new IdentitySettings(
                issuer,
                settings.get(AUDIENCE, "aviso-api"),
                claim,
                settings.get(SCOPE, usualScope(claim)),
                settings.get(CLIENT_ID, "aviso-web"),
                secret,
                admin);
    }

    /** Keycloak lets somebody of several organisations choose one only where this is asked for. */
    private static String usualScope(String tenantClaim) {
        return tenantClaim.equals(ORGANISATION) ? PLAIN_SCOPE + " " + ORGANISATION : PLAIN_SCOPE;
    }

    /** What a start without any issuer is told. */
    public static Refusal nobodyVouches() {
        return new Refusal("Nobody vouches for users: set " + String.join(" and ", List.of(ISSUER, CLIENT_SECRET))
                + ", or start with --with-keycloak for a local Keycloak.");
    }

    /** The settings as the server reads them. */
    public Map<String, String> asProperties() {
        var all = new HashMap<>(admin);
        all.put(ISSUER, issuer);
        all.put(AUDIENCE, audience);
        all.put(TENANT_CLAIM, tenantClaim);
        all.put(SCOPE, scope);
        all.put(CLIENT_ID, clientId);
        all.put(CLIENT_SECRET, clientSecret);
        return all;
    }
}

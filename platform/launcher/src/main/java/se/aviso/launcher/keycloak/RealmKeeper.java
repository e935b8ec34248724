package se.aviso.launcher.keycloak;

import java.io.IOException;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.settings.MailSettings;

/** Keeps the realm in Keycloak: imported when it is not there, its web client told the address at each start. */
final class RealmKeeper {
    static final String ADMIN = "aviso-bootstrap";
    private static final int NOT_FOUND = 404;
    private static final String WEB_CLIENT_ID = "0192aa00-0000-7000-8000-00000000c001";
    private static final String ADMIN_CLIENT_ID = "0192aa00-0000-7000-8000-00000000c003";

    private final KeycloakHttp http;
    private final Secrets secrets;
    private final MailSettings mail;

    RealmKeeper(String address, Secrets secrets, MailSettings mail) {
        this.mail = mail;
        this.http = new KeycloakHttp(address);
        this.secrets = secrets;
    }

    /**
     * A demo's realm without organisations, of an earlier version, is made anew: it holds nothing but the demo's users.
     */
    private boolean isThere(String token, boolean demo) throws IOException, InterruptedException {
        if (http.status("/realms/aviso") == NOT_FOUND) {
            return false;
        }
        if (http.has("/admin/realms/aviso/clients/" + ADMIN_CLIENT_ID, token)) {
            return true;
        }
        if (!demo) {
            throw new Refusal("The Keycloak of this data folder was made by an earlier Aviso and has no organisations:"
                    + " start on a fresh data folder, or name an issuer of yours.");
        }
        http.send("DELETE", "/admin/realms/aviso", token, "");
        return false;
    }

    /** Imports the realm, or renews what depends on the address and on this version. */
    void keep(String baseUrl, boolean demo) throws IOException, InterruptedException {
        var token = http.passwordToken("master", "admin-cli", ADMIN, secrets.of("keycloak.admin"));
        var file = new RealmFile(baseUrl, secrets, mail);
        if (!isThere(token, demo)) {
            http.send("POST", "/admin/realms", token, file.realm(demo));
        } else {
            http.send("PUT", "/admin/realms/aviso/clients/" + WEB_CLIENT_ID, token, """
                    {"clientId": "aviso-web", "redirectUris": ["%1$s/log-in", "%1$s/"], "webOrigins": ["%1$s"],
                     "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "%1$s/",
                         "backchannel.logout.url": "%1$s/back-channel-log-out"}}
                    """.formatted(baseUrl));
            http.send("PUT", "/admin/realms/aviso", token, file.renewed());
        }
    }
}

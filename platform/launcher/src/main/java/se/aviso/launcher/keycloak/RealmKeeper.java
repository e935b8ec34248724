package se.aviso.launcher.keycloak;

import java.io.IOException;
import se.aviso.launcher.data.Secrets;

/** Keeps the realm in Keycloak: imported when it is not there, its web client told the address at each start. */
final class RealmKeeper {
    static final String ADMIN = "aviso-bootstrap";
    private static final int NOT_FOUND = 404;
    private static final String WEB_CLIENT_ID = "0192aa00-0000-7000-8000-00000000c001";

    private final KeycloakHttp http;
    private final Secrets secrets;

    RealmKeeper(String address, Secrets secrets) {
        this.http = new KeycloakHttp(address);
        this.secrets = secrets;
    }

    /** Imports the realm, or renews what depends on the address and on this version. */
    void keep(String baseUrl, boolean demo) throws IOException, InterruptedException {
        var token = http.passwordToken("master", "admin-cli", ADMIN, secrets.of("keycloak.admin"));
        if (http.status("/realms/aviso") == NOT_FOUND) {
            http.send(
                    "POST",
                    "/admin/realms",
                    token,
                    new RealmFile(baseUrl, secrets.of("keycloak.aviso-web")).realm(demo));
        } else {
            http.send("PUT", "/admin/realms/aviso/clients/" + WEB_CLIENT_ID, token, """
                    {"clientId": "aviso-web", "redirectUris": ["%s/*"], "webOrigins": ["%s"]}
                    """.formatted(baseUrl, baseUrl));
            http.send("PUT", "/admin/realms/aviso", token, "{\"loginTheme\": \"aviso\"}");
        }
    }
}

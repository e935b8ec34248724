package se.aviso.launcher.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The realm as a file of the launcher, with its few blanks filled in. */
final class RealmFile {
    private final String baseUrl;
    private final String webSecret;

    RealmFile(String baseUrl, String webSecret) {
        this.baseUrl = baseUrl;
        this.webSecret = webSecret;
    }

    /** The realm; users with a known password and a client that takes it belong to the demo alone. */
    String realm(boolean demo) throws IOException {
        return read("realm.json")
                .replace("\"@demo-client@\"", demo ? read("demo-client.json") : "")
                .replace("\"@demo-users@\"", demo ? read("demo-users.json") : "")
                .replace("@base-url@", baseUrl)
                .replace("@web-secret@", webSecret);
    }

    private static String read(String name) throws IOException {
        try (var stream = RealmFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

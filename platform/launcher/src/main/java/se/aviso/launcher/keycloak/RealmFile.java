package se.aviso.launcher.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import se.aviso.launcher.data.Secrets;
import se.aviso.launcher.settings.MailSettings;

/** The realm as a file of the launcher, with its few blanks filled in. */
final class RealmFile {
    private final String baseUrl;
    private final Secrets secrets;
    private final MailSettings mail;

    RealmFile(String baseUrl, Secrets secrets, MailSettings mail) {
        this.baseUrl = baseUrl;
        this.secrets = secrets;
        this.mail = mail;
    }

    /** The realm; users with a known password and a client that takes it belong to the demo alone. */
    String realm(boolean demo) throws IOException {
        return read("realm.json")
                .replace("\"@demo-client@\"", demo ? read("demo-client.json") : "")
                .replace("\"@demo-users@\"", demo ? read("demo-users.json") : "")
                .replace("\"@demo-organization@\"", demo ? read("demo-organization.json") : "")
                .replace("\"@smtp@\"", smtp())
                .replace("@base-url@", baseUrl)
                .replace("@admin-secret@", secrets.of("keycloak.aviso-admin"))
                .replace("@web-secret@", secrets.of("keycloak.aviso-web"));
    }

    /** What of a realm that is there already depends on this start: where mail goes, and how the page looks. */
    String renewed() {
        return "{\"loginTheme\": \"aviso\", \"emailTheme\": \"aviso\", \"smtpServer\": " + smtp() + "}";
    }

    /** Where Keycloak's invitations go: the mail server of the product, and no further than it takes them. */
    private String smtp() {
        return """
                {"host": "%s", "port": "%s", "from": "%s", "fromDisplayName": "Aviso", "ssl": "false", "starttls": "%s"}\
                """.formatted(
                        mail.host(), mail.port(), mail.from(), !mail.starttls().equals("off"));
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

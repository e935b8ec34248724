package se.aviso.launcher.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Secrets;

/** Where the database is, and the two roles that speak to it: the one that works and the one that owns. */
public record DatabaseSettings(String url, String user, String password, String ownerUser, String ownerPassword) {
    static final String URL = "aviso.db.url";
    static final String USER = "aviso.db.user";
    static final String PASSWORD = "aviso.db.password";
    static final String OWNER_USER = "aviso.db.owner.user";
    static final String OWNER_PASSWORD = "aviso.db.owner.password";
    static final List<String> KEYS = List.of(URL, USER, PASSWORD, OWNER_USER, OWNER_PASSWORD);

    /** The database that the settings name, if they name one; half a naming is refused. */
    public static Optional<DatabaseSettings> external(Settings settings) {
        if (settings.find(URL).isEmpty()) {
            return Optional.empty();
        }
        var missing = settings.missing(KEYS);
        if (!missing.isEmpty()) {
            throw new Refusal("An external database needs these settings too: " + String.join(", ", missing) + ".");
        }
        return Optional.of(new DatabaseSettings(
                settings.get(URL, ""),
                settings.get(USER, ""),
                settings.get(PASSWORD, ""),
                settings.get(OWNER_USER, ""),
                settings.get(OWNER_PASSWORD, "")));
    }

    /** The database of the embedded PostgreSQL. */
    public static DatabaseSettings embedded(int port, Secrets secrets) {
        return new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + port + "/aviso",
                "aviso_app",
                secrets.of("postgresql.aviso_app"),
                "aviso_owner",
                secrets.of("postgresql.aviso_owner"));
    }

    /** The settings as the server reads them. */
    public Map<String, String> asProperties() {
        return Map.of(URL, url, USER, user, PASSWORD, password, OWNER_USER, ownerUser, OWNER_PASSWORD, ownerPassword);
    }
}

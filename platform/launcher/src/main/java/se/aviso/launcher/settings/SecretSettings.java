package se.aviso.launcher.settings;

import java.util.Map;
import java.util.Optional;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.Secrets;

/**
 * The master key that tenants' keys are wrapped by, and those that it has replaced, separated by commas: they open
 * until {@code rotate-keys} has wrapped all anew.
 */
public record SecretSettings(String masterKey, String formerMasterKeys) {
    /** The setting of the master key. */
    public static final String MASTER_KEY = "aviso.secrets.master-key";

    static final String FORMER = "aviso.secrets.former-master-keys";
    private static final String LOCAL = "aviso.master-key";
    private static final String LOCAL_FORMER = "aviso.former-master-key";
    private static final int SHORTEST = 32;

    /** The key that the settings name, if they name one; one that could be guessed is refused. */
    public static Optional<SecretSettings> external(Settings settings) {
        return settings.find(MASTER_KEY).map(key -> {
            requireLong(key);
            return new SecretSettings(key, settings.get(FORMER, ""));
        });
    }

    /** The key that Aviso has made for itself, in the data folder. */
    public static SecretSettings local(Secrets secrets) {
        return new SecretSettings(secrets.of(LOCAL), secrets.find(LOCAL_FORMER).orElse(""));
    }

    /** A new key of Aviso's own, the present one behind it; one that was begun and not finished goes on instead. */
    public static SecretSettings renewed(Secrets secrets) {
        var present = local(secrets);
        if (present.formerMasterKeys().isEmpty()) {
            secrets.replace(LOCAL, LOCAL_FORMER);
        }
        return local(secrets);
    }

    /** All is wrapped by the present key: the one before it is forgotten. */
    public static void finish(Secrets secrets) {
        secrets.forget(LOCAL_FORMER);
    }

    /** The settings as the server reads them. */
    public Map<String, String> asProperties() {
        return formerMasterKeys.isEmpty()
                ? Map.of(MASTER_KEY, masterKey)
                : Map.of(MASTER_KEY, masterKey, FORMER, formerMasterKeys);
    }

    private static void requireLong(String key) {
        if (key.strip().length() < SHORTEST || key.contains(",")) {
            throw new Refusal("The setting " + MASTER_KEY + " has fewer than " + SHORTEST
                    + " characters, or a comma; make one with: openssl rand -base64 32");
        }
    }
}

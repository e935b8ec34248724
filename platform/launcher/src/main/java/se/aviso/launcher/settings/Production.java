package se.aviso.launcher.settings;

import java.util.ArrayList;
import java.util.List;
import se.aviso.launcher.console.Refusal;

/** What production must be told, because a default would be a danger. */
public final class Production {
    private static final List<String> OTHERS = List.of(
            ServerSettings.BASE_URL,
            IdentitySettings.ISSUER,
            IdentitySettings.CLIENT_SECRET,
            MailSettings.HOST,
            SecretSettings.MASTER_KEY);

    private static final String PROXIES = "aviso.http.trusted-proxies";
    private static final int MOST_PROXIES = 10;

    private Production() {}

    /** Refuses, in one sentence, all that is missing. */
    public static void require(Settings settings) {
        var keys = new ArrayList<>(DatabaseSettings.KEYS);
        keys.addAll(OTHERS);
        var missing = settings.missing(keys);
        if (!missing.isEmpty()) {
            throw new Refusal("Production mode needs these settings: " + String.join(", ", missing) + ".");
        }
        SecretSettings.external(settings);
        requireHttps(settings, ServerSettings.BASE_URL);
        requireHttps(settings, IdentitySettings.ISSUER);
        requireProxy(settings);
    }

    /** The server itself speaks plain HTTP, and behind an untold proxy all the world is one caller. */
    private static void requireProxy(Settings settings) {
        if (Whole.number(settings.get(PROXIES, "0"), PROXIES, 0, MOST_PROXIES) == 0) {
            throw new Refusal("Production mode needs a reverse proxy that ends TLS: say in " + PROXIES
                    + " how many of them a request passes.");
        }
    }

    private static void requireHttps(Settings settings, String key) {
        if (!settings.get(key, "").startsWith("https://")) {
            throw new Refusal("Production mode needs an https address in " + key + ".");
        }
    }
}

package se.aviso.dispatch.sms;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import se.aviso.spi.PluginContext;

/**
 * Where texts are handed over, and in whose name.
 *
 * @param api the operator's to say: no tenant sends the house's requests elsewhere
 * @param from empty where the group's own name is the sender
 */
record SmsSettings(URI api, String user, String password, String from, Duration patience) {
    private static final String ELKS = "https://api.46elks.com/a1/sms";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /** The settings, or nothing when they cannot be used. */
    static Optional<SmsSettings> of(PluginContext context) {
        var user = context.setting("user", "");
        var from = context.setting("from", "");
        if (user.isBlank() || (!from.isEmpty() && !SmsSender.isSender(from))) {
            return Optional.empty();
        }
        try {
            var api = new URI(context.setting("apiUrl", ELKS));
            var patience = Duration.ofSeconds(Integer.parseInt(context.setting("timeoutSeconds", "15")));
            return isSafe(api) && !patience.isNegative() && !patience.isZero()
                    ? Optional.of(new SmsSettings(api, user, context.setting("password", ""), from, patience))
                    : Optional.empty();
        } catch (URISyntaxException | NumberFormatException unusable) {
            return Optional.empty();
        }
    }

    /** The password goes over an encrypted line, or stays on this machine. */
    private static boolean isSafe(URI api) {
        var host = Optional.ofNullable(api.getHost()).orElse("");
        return switch (String.valueOf(api.getScheme())) {
            case "https" -> !host.isEmpty();
            case "http" -> THIS_MACHINE.contains(host);
            default -> false;
        };
    }

    /** What the provider knows us by. */
    String authorization() {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return api.toString();
    }
}

package se.aviso.dispatch.peppol;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import se.aviso.spi.PluginContext;

/**
 * Which access point documents are handed to: a server where the tenant has a token for it, else a folder.
 *
 * @param folder on this machine, the operator's to say
 */
record PeppolSettings(Optional<Path> folder, Optional<Server> server) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /**
     * The access point's server.
     *
     * @param address the operator's to say: no tenant sends the house's requests elsewhere
     */
    record Server(URI address, String token, Duration patience) {
        /** Says nothing of the token. */
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** The settings, or nothing when they cannot be used. */
    static Optional<PeppolSettings> of(PluginContext context) {
        var token = context.setting("token", "");
        if (!token.isBlank()) {
            return server(token, context).map(server -> new PeppolSettings(Optional.empty(), Optional.of(server)));
        }
        try {
            var folder = context.setting("folder", "");
            return folder.isBlank()
                    ? Optional.empty()
                    : Optional.of(new PeppolSettings(Optional.of(Path.of(folder)), Optional.empty()));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Optional<Server> server(String token, PluginContext context) {
        try {
            var address = new URI(context.setting("apiUrl", ""));
            var patience = Duration.ofSeconds(Integer.parseInt(context.setting("timeoutSeconds", "15")));
            var usable = isSafe(address) && !patience.isNegative() && !patience.isZero() && token.matches("[!-~]+");
            return usable ? Optional.of(new Server(address, token, patience)) : Optional.empty();
        } catch (URISyntaxException | NumberFormatException unusable) {
            return Optional.empty();
        }
    }

    /** The token goes over an encrypted line, or stays on this machine. */
    private static boolean isSafe(URI address) {
        var host = Optional.ofNullable(address.getHost()).orElse("");
        return switch (String.valueOf(address.getScheme())) {
            case "https" -> !host.isEmpty();
            case "http" -> THIS_MACHINE.contains(host);
            default -> false;
        };
    }

    AccessPoint open() {
        return server.<AccessPoint>map(HttpPoint::new).orElseGet(() -> new FolderPoint(folder.orElseThrow()));
    }
}

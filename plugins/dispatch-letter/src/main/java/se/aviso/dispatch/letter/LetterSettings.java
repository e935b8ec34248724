package se.aviso.dispatch.letter;

import java.time.Duration;
import java.util.Optional;
import se.aviso.spi.PluginContext;

/**
 * Where batches are put, and how letters are posted.
 *
 * @param folder on this machine, the operator's to say; empty where a server is meant
 */
record LetterSettings(String folder, Optional<Server> server, Letter.Posting posting) {
    /**
     * The print house's server.
     *
     * @param hostKey the fingerprint that a person has compared: {@code SHA256:…}
     * @param patience how long is waited for each answer
     */
    record Server(
            String host, int port, String user, Secret secret, String hostKey, Folders folders, Duration patience) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** A password, or a private key. */
    record Secret(String password, String key) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** Where batches go on the server, and where receipts lie. */
    record Folders(String batches, String receipts) {}

    /** The settings, or nothing when they cannot be used. */
    static Optional<LetterSettings> of(PluginContext context) {
        var folder = context.setting("folder", "");
        var host = context.setting("sftpHost", "");
        var posting = new Letter.Posting(
                context.setting("envelope", "C5"),
                context.setting("postage", "B"),
                context.setting("enclosures", ""),
                !context.setting("duplex", "yes").equals("no"));
        if (host.isBlank()) {
            return Optional.of(new LetterSettings(folder, Optional.empty(), posting))
                    .filter(any -> !folder.isBlank());
        }
        return server(host, context).map(server -> new LetterSettings("", Optional.of(server), posting));
    }

    private static Optional<Server> server(String host, PluginContext context) {
        try {
            var server = new Server(
                    host,
                    Integer.parseInt(context.setting("sftpPort", "22")),
                    context.setting("sftpUser", ""),
                    new Secret(context.setting("sftpPassword", ""), context.setting("sftpKey", "")),
                    context.setting("sftpHostKey", ""),
                    new Folders(context.setting("sftpFolder", "."), context.setting("sftpReceipts", "receipts")),
                    Duration.ofSeconds(Integer.parseInt(context.setting("timeoutSeconds", "15"))));
            return Optional.of(server)
                    .filter(one -> !one.user().isBlank() && one.hostKey().startsWith("SHA256:"));
        } catch (NumberFormatException noPort) {
            return Optional.empty();
        }
    }
}

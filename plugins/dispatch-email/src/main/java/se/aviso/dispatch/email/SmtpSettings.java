package se.aviso.dispatch.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.Properties;
import se.aviso.spi.PluginContext;

/**
 * Where mail is handed over, and in whose name.
 *
 * @param user empty where the server asks for no password
 * @param from the address that mails come from; the group's name stands before it
 * @param envelope who is told of a bounce
 */
record SmtpSettings(Server server, String user, String password, InternetAddress from, Envelope envelope) {
    private static final String REQUIRED = "required";

    /** The server, and whether the line must be encrypted. */
    record Server(String host, int port, boolean startTls, int timeoutMillis) {}

    /** The domain of message ids, and whether bounces go there. */
    record Envelope(String domain, boolean takesBounces) {}

    /** The settings, or nothing when they cannot be used. */
    static Optional<SmtpSettings> of(PluginContext context) {
        try {
            var from = new InternetAddress(context.setting("from", ""), true);
            var host = context.setting("host", "");
            if (host.isBlank()) {
                return Optional.empty();
            }
            var server = new Server(
                    host,
                    Integer.parseInt(context.setting("port", "587")),
                    context.setting("starttls", REQUIRED).equals(REQUIRED),
                    Math.multiplyExact(Integer.parseInt(context.setting("timeoutSeconds", "20")), 1000));
            return Optional.of(new SmtpSettings(
                    server,
                    context.setting("user", ""),
                    context.setting("password", ""),
                    from,
                    envelope(context, from)));
        } catch (AddressException | ArithmeticException | NumberFormatException unusable) {
            return Optional.empty();
        }
    }

    private static Envelope envelope(PluginContext context, InternetAddress from) throws AddressException {
        var domain = context.setting("envelopeDomain", "");
        if (domain.isEmpty()) {
            var address = from.getAddress();
            return new Envelope(address.substring(address.indexOf('@') + 1), false);
        }
        return new Envelope(
                new InternetAddress("bounces@" + domain, true).getAddress().substring(8), true);
    }

    /** The same for Jakarta Mail. */
    Properties properties() {
        var timeout = Integer.toString(server.timeoutMillis);
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.localhost", envelope.domain);
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return server.toString();
    }
}

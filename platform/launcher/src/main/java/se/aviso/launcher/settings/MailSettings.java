package se.aviso.launcher.settings;

import java.util.Map;
import java.util.Optional;

/**
 * The mail server that e-mail is handed to; {@code starttls} is {@code required} or {@code off}, {@code from} the
 * sender's address.
 */
public record MailSettings(String host, String port, String starttls, String from) {
    static final String HOST = "aviso.mail.host";
    private static final String PORT = "aviso.mail.port";
    private static final String STARTTLS = "aviso.mail.starttls";
    private static final String FROM = "aviso.mail.from";

    /** The mail server that the settings name, if they name one. */
    public static Optional<MailSettings> external(Settings settings) {
        return settings.find(HOST)
                .map(host -> new MailSettings(
                        host, settings.get(PORT, "25"), settings.get(STARTTLS, "required"), settings.get(FROM, "")));
    }

    /** The sink on this loopback port. */
    public static MailSettings sink(int port) {
        return new MailSettings("127.0.0.1", Integer.toString(port), "off", "avi@aviso.example");
    }

    /** The settings as the server reads them. */
    public Map<String, String> asProperties() {
        return Map.of(HOST, host, PORT, port, STARTTLS, starttls, FROM, from);
    }
}

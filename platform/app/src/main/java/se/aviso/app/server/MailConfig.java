package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that mail is handed to. */
@ApplicationScoped
public class MailConfig {
    @Inject
    @ConfigProperty(name = "aviso.mail.host", defaultValue = "localhost")
    String host;

    @Inject
    @ConfigProperty(name = "aviso.mail.port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "aviso.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "aviso.mail.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "aviso.mail.from")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "aviso.mail.starttls", defaultValue = "required")
    String starttls;

    /** The settings by the names that a mail channel knows: host, port, user, password, from, starttls. */
    public Map<String, String> asSettings() {
        var settings = new HashMap<String, String>();
        settings.put("host", host);
        settings.put("port", Integer.toString(port));
        settings.put("starttls", starttls);
        user.ifPresent(value -> settings.put("user", value));
        password.ifPresent(value -> settings.put("password", value));
        from.ifPresent(value -> settings.put("from", value));
        return Map.copyOf(settings);
    }
}

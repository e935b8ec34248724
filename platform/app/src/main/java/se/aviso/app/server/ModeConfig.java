package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this installation is for, and where it is reached. */
@ApplicationScoped
public class ModeConfig {
    @Inject
    @ConfigProperty(name = "aviso.mode", defaultValue = "production")
    String mode;

    @Inject
    @ConfigProperty(name = "aviso.base-url", defaultValue = "http://localhost:8080")
    URI baseUrl;

    /** Demo, development or production; production unless said. */
    public Mode mode() {
        return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    /** The address under which browsers and mails reach this installation, without a slash at its end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** What an installation is for. */
    public enum Mode {
        /** Invented data; no mail leaves the machine; the day can be moved. */
        DEMO,
        /** As demo, for those who build the product. */
        DEVELOPMENT,
        /** Real money. */
        PRODUCTION
    }
}

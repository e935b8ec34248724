package se.aviso.app.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import se.aviso.link.LinkSecret;

/** Where the secrets of links come from. */
@ApplicationScoped
public class Secrets {
    private final SecureRandom random = new SecureRandom();

    /** The next one; nobody can guess it, and nobody had it before. */
    public LinkSecret next() {
        var bytes = new byte[LinkSecret.BYTES];
        random.nextBytes(bytes);
        return LinkSecret.of(bytes);
    }
}

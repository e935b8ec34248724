package se.aviso.app.screen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import se.aviso.app.server.IdentityConfig;

/** What a page may load and run; PrimeFaces adds its nonce at the end, so scripts stand last. */
@Named
@ApplicationScoped
public class ContentPolicy {
    @Inject
    IdentityConfig identity;

    /** The policy; the log-out form is sent on to the identity provider. */
    public String getValue() {
        var issuer = URI.create(identity.issuer());
        return "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; frame-src 'none'; "
                + "frame-ancestors 'none'; img-src 'self' data:; manifest-src 'self'; style-src 'self'; "
                + "object-src 'none'; form-action 'self' " + issuer.getScheme() + "://" + issuer.getRawAuthority()
                + "; script-src 'self'";
    }
}

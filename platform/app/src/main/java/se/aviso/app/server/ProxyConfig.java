package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reverse proxies that stand before this installation. */
@ApplicationScoped
public class ProxyConfig {
    @Inject
    @ConfigProperty(name = "aviso.http.trusted-proxies", defaultValue = "0")
    int trustedProxies;

    /** How many of them a request passes, one after the other; none unless said. */
    public int trustedProxies() {
        return Math.max(0, trustedProxies);
    }
}

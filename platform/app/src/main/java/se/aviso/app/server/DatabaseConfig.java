package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The database and the role that owns its tables.
 *
 * <p>The role that works, {@code aviso_app}, owns nothing; web.xml hands its name and password to the pool.
 */
@ApplicationScoped
public class DatabaseConfig {
    @Inject
    @ConfigProperty(name = "aviso.db.url")
    String url;

    @Inject
    @ConfigProperty(name = "aviso.db.owner.user")
    String ownerUser;

    @Inject
    @ConfigProperty(name = "aviso.db.owner.password")
    String ownerPassword;

    /** The JDBC address. */
    public String url() {
        return url;
    }

    /** The role that runs the migrations. */
    public String ownerUser() {
        return ownerUser;
    }

    /** Its password. */
    public String ownerPassword() {
        return ownerPassword;
    }
}

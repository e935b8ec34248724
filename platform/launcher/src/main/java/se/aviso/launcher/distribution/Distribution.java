package se.aviso.launcher.distribution;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that the build leaves behind: the launcher's jar and all that it starts. */
public record Distribution(Path home) {
    /** The distribution of the running launcher: the folder of its jar, unless {@code aviso.home} says otherwise. */
    public static Distribution running() {
        var told = System.getProperty("aviso.home");
        if (told != null) {
            return new Distribution(Path.of(told).toAbsolutePath());
        }
        try {
            var code = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            // target/classes beside target/aviso, or a jar in the distribution's lib
            var home = Files.isDirectory(code) ? code.resolveSibling("aviso") : code.resolve("../..");
            return new Distribution(home.toAbsolutePath().normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar that starts the product; it holds no code, its class path names where the code is. */
    public Path jar() {
        return home.resolve("aviso.jar");
    }

    /** The server and the driver of its database: the launcher's class path. */
    public Path boot() {
        return home.resolve("boot");
    }

    /** The launcher, and libraries of child processes, which do not stand on the launcher's class path. */
    public Path lib() {
        return home.resolve("lib");
    }

    /** The server's application. */
    public Path war() {
        return home.resolve("app").resolve("aviso.war");
    }

    /** The plugins: those that came with the distribution, and whatever the operator puts there. */
    public Path plugins() {
        return home.resolve("plugins");
    }

    /** The sums of the plugins that came with the distribution; they do not lie where an operator puts jars. */
    public Path shippedPlugins() {
        return home.resolve("plugins.sha256");
    }

    /** The operator's own list of plugins that may be loaded, where no setting says another. */
    public Path allowList() {
        return plugins().resolve("allow-list.sha256");
    }

    /** A repository in Maven's layout, for those who write plugins with it. */
    public Path maven() {
        return home.resolve("maven");
    }

    /** The unpacked PostgreSQL. */
    public Path postgres() {
        return home.resolve("postgresql");
    }

    /** The unpacked Keycloak. */
    public Path keycloak() {
        return home.resolve("keycloak");
    }

    /** Tenants as files. */
    public Path tenantConfig() {
        return home.resolve("tenant-config");
    }
}

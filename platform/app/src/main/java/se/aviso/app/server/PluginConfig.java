package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where plugins lie, and which of them are let in. */
@ApplicationScoped
public class PluginConfig {
    @Inject
    @ConfigProperty(name = "aviso.plugins.dir")
    Optional<String> dir;

    @Inject
    @ConfigProperty(name = "aviso.plugins.shipped")
    Optional<String> shipped;

    @Inject
    @ConfigProperty(name = "aviso.plugins.allow-list")
    Optional<String> allowList;

    @Inject
    @ConfigProperty(name = "aviso.plugins.trusted-keys")
    Optional<String> trustedKeys;

    /** The folder of the plugins' jars, if there is one. */
    public Optional<Path> dir() {
        return dir.map(Path::of);
    }

    /** The file of the sums of those plugins that came with the distribution; its build has written it. */
    public Optional<Path> shipped() {
        return shipped.map(Path::of);
    }

    /** The operator's file of allowed SHA-256 sums, one a line as {@code sha256sum} writes it. */
    public Optional<Path> allowList() {
        return allowList.map(Path::of);
    }

    /** The file of public keys of those who may sign plugins; without it none is valid. */
    public Optional<Path> trustedKeys() {
        return trustedKeys.map(Path::of);
    }
}

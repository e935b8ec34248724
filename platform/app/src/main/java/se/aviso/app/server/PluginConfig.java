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
    @ConfigProperty(name = "aviso.plugins.allow-list")
    Optional<String> allowList;

    @Inject
    @ConfigProperty(name = "aviso.plugins.trusted-keys")
    Optional<String> trustedKeys;

    /** The folder of the plugins' jars, if there is one. */
    public Optional<Path> dir() {
        return dir.map(Path::of);
    }

    /** The file of allowed SHA-256 sums, one a line as {@code sha256sum} writes it; without it no plugin is let in. */
    public Optional<Path> allowList() {
        return allowList.map(Path::of);
    }

    /** The file of public keys of those who may sign plugins; without it no signatures are asked for. */
    public Optional<Path> trustedKeys() {
        return trustedKeys.map(Path::of);
    }
}

package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Folders that the product reads: bank files that arrive, tenants kept as files. */
@ApplicationScoped
public class FolderConfig {
    @Inject
    @ConfigProperty(name = "aviso.inbox.dir")
    Optional<String> inbox;

    @Inject
    @ConfigProperty(name = "aviso.inbox.settle-seconds", defaultValue = "5")
    int settleSeconds;

    @Inject
    @ConfigProperty(name = "aviso.tenant-config.dir")
    Optional<String> tenantConfig;

    /** Where bank files arrive by themselves, if anywhere. */
    public Optional<Path> inbox() {
        return inbox.map(Path::of);
    }

    /** How long a bank file must have been left alone before it is taken: whoever writes it may not have ended. */
    public Duration settleTime() {
        return Duration.ofSeconds(Math.max(0, settleSeconds));
    }

    /** Where tenants stand as files, if anywhere. */
    public Optional<Path> tenantConfig() {
        return tenantConfig.map(Path::of);
    }
}

package se.aviso.app.setup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.aviso.app.plugin.SettingsTrial;
import se.aviso.app.server.DatabaseReady;
import se.aviso.app.server.FolderConfig;
import se.aviso.app.server.ModeConfig;
import se.aviso.app.tenancy.Tenancy;

/** Loads every tenant that stands as a folder, before the product says that it is ready. */
@ApplicationScoped
public class TenantFolders {
    private static final System.Logger LOG = System.getLogger(TenantFolders.class.getName());

    @Inject
    FolderConfig folders;

    @Inject
    ModeConfig mode;

    @Inject
    LoadTenant load;

    @Inject
    SettingsTrial trial;

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) DatabaseReady event) {
        folders.tenantConfig().filter(Files::isDirectory).ifPresent(this::loadAll);
    }

    private void loadAll(Path config) {
        try {
            for (var folder : folders(config)) {
                load(TenantFile.read(folder));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A demo tenant is loaded only where demos belong. */
    private void load(TenantFile file) {
        var tenant = load.identify(file);
        if (tenant.demo() && mode.mode() == ModeConfig.Mode.PRODUCTION) {
            return;
        }
        Tenancy.within(tenant.id(), () -> {
            load.undecided(file).forEach(entry -> trial.requireUsableAtStart(entry.plugin(), entry.settings()));
            try {
                load.load(file, tenant);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        LOG.log(
                System.Logger.Level.INFO,
                "tenant {0} stands as its files say",
                tenant.naming().slug());
    }

    private static List<Path> folders(Path config) throws IOException {
        try (var entries = Files.list(config)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("tenant.yaml")))
                    .sorted()
                    .toList();
        }
    }
}

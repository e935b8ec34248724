package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.ImportBankFile;
import se.aviso.app.payment.ReceiveBankFile;
import se.aviso.app.server.FolderConfig;
import se.aviso.app.tenant.TenantProfile;

/**
 * Picks up bank files from the tenant's folder, and goes on with imports that a crash broke off.
 *
 * <p>A file is taken when its size has stood still from one look to the next, and put aside after its bytes are kept.
 */
@ApplicationScoped
public class BankFileWork {
    private static final System.Logger LOG = System.getLogger(BankFileWork.class.getName());
    private static final Duration BROKEN_OFF = Duration.ofMinutes(2);

    private final Map<Path, Long> sizes = new ConcurrentHashMap<>();

    @Inject
    EachTenant tenants;

    @Inject
    ImportBankFile importFile;

    @Inject
    ReceiveBankFile receive;

    @Inject
    FolderConfig folders;

    void pickUp() {
        folders.inbox().ifPresent(inbox -> tenants.work("inbox", tenant -> pickUp(inbox, tenant)));
    }

    void goOn() {
        tenants.work(
                "unfinished bank files",
                tenant -> receive.unfinished(BROKEN_OFF).forEach(this::goOn));
    }

    /** One file that fails stands in no other's way. */
    private void goOn(UUID file) {
        try {
            importFile.goOn(file, Optional.empty());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "bank file " + file + " failed again", failed);
        }
    }

    private void pickUp(Path inbox, TenantProfile tenant) {
        try {
            var folder = Files.createDirectories(inbox.resolve(tenant.naming().slug()));
            for (var file : waiting(folder)) {
                if (standsStill(file)) {
                    take(folder, file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What cannot be taken is put aside too, so that it never stands in the way of the next. */
    private void take(Path folder, Path file) throws IOException {
        var aside = "failed";
        var name = file.getFileName();
        try (var bytes = Files.newInputStream(file)) {
            var record = importFile.take(bytes, name.toString(), "inbox", Optional.empty());
            aside = record.outcome().state() == BankFileState.QUARANTINED ? "quarantined" : "done";
            LOG.log(
                    System.Logger.Level.INFO,
                    "picked up bank file {0}: {1}",
                    record.id(),
                    record.outcome().state());
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "a bank file of the watched folder failed and is put aside", failed);
        }
        var target = Files.createDirectories(folder.resolve(aside));
        Files.move(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        sizes.remove(file);
    }

    private boolean standsStill(Path file) throws IOException {
        var size = Files.size(file);
        var before = sizes.put(file, size);
        return before != null && before == size;
    }

    private static List<Path> waiting(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.getFileName().toString().endsWith(".part"))
                    .sorted()
                    .limit(100)
                    .toList();
        }
    }
}

package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.aviso.app.payment.BankFileState;
import se.aviso.app.payment.ImportBankFile;
import se.aviso.app.payment.ReceiveBankFile;
import se.aviso.app.server.FolderConfig;
import se.aviso.app.tenant.TenantProfile;

/**
 * Picks up bank files from the tenant's folder, and goes on with imports that a crash broke off.
 *
 * <p>A file is taken when it has been left alone for a while, and put aside after its bytes are kept.
 */
@ApplicationScoped
public class BankFileWork {
    private static final System.Logger LOG = System.getLogger(BankFileWork.class.getName());
    private static final Duration BROKEN_OFF = Duration.ofMinutes(2);

    private final Settling settling = new Settling();
    private final InboxListing listing = new InboxListing();

    @Inject
    EachTenant tenants;

    @Inject
    ImportBankFile importFile;

    @Inject
    ReceiveBankFile receive;

    @Inject
    FolderConfig folders;

    @Inject
    Clock clock;

    void pickUp() {
        folders.inbox().ifPresent(inbox -> {
            var known = new HashSet<String>();
            tenants.work("inbox", tenant -> {
                known.add(tenant.naming().slug());
                pickUp(inbox, tenant);
            });
            tellOfStrays(inbox, known);
        });
    }

    private void tellOfStrays(Path inbox, Set<String> known) {
        try {
            listing.strays(Files.createDirectories(inbox), known);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
            var waiting = listing.waiting(folder);
            settling.keepOnly(folder, waiting);
            for (var file : waiting) {
                if (settling.isSettled(file, clock.instant(), folders.settleTime())) {
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
        try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var record = importFile.take(
                    bytes,
                    new ImportBankFile.Handed(
                            name.toString(),
                            new ImportBankFile.By("inbox", Optional.empty()),
                            Optional.empty(),
                            false));
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
    }
}

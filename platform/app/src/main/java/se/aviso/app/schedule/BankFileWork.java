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
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import se.aviso.app.payment.FileName;
import se.aviso.app.payment.ImportBankFile;
import se.aviso.app.payment.ReceiveBankFile;
import se.aviso.app.pickup.BankSource;
import se.aviso.app.pickup.Came;
import se.aviso.app.pickup.NoteLook;
import se.aviso.app.pickup.PickUpFile;
import se.aviso.app.pickup.PickedState;
import se.aviso.app.server.FolderConfig;
import se.aviso.kernel.TenantId;

/**
 * Picks up bank files from the tenants' folders and the shared one, and goes on with imports that a crash broke off.
 *
 * <p>A file is taken when it has been left alone for a while, and put aside after its bytes are kept.
 */
@ApplicationScoped
public class BankFileWork {
    private static final System.Logger LOG = System.getLogger(BankFileWork.class.getName());
    private static final Duration BROKEN_OFF = Duration.ofMinutes(2);

    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** The folder of files that may hold sections of several tenants; no tenant can have that name. */
    private static final String SHARED = "_all";

    private final Settling settling = new Settling();
    private final InboxListing listing = new InboxListing();

    private volatile Instant told = Instant.EPOCH;

    @Inject
    EachTenant tenants;

    @Inject
    ImportBankFile importFile;

    @Inject
    PickUpFile pickUp;

    @Inject
    NoteLook notes;

    @Inject
    ReceiveBankFile receive;

    @Inject
    FolderConfig folders;

    @Inject
    Clock clock;

    void pickUp() {
        folders.inbox().ifPresent(inbox -> {
            var known = new HashSet<>(Set.of(SHARED));
            var found = new AtomicInteger(pickUp(inbox, SHARED, Optional.empty()));
            tenants.work("inbox", tenant -> {
                known.add(tenant.naming().slug());
                found.addAndGet(pickUp(inbox, tenant.naming().slug(), Optional.of(tenant.id())));
            });
            tellOfStrays(inbox, known);
            tell(found.get());
        });
    }

    /** A look is noted when it has found something, and else once a minute. */
    private void tell(int found) {
        var now = clock.instant();
        if (found > 0 || told.plus(SELDOM).isBefore(now)) {
            told = now;
            notes.sawFolder(found);
        }
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

    private int pickUp(Path inbox, String name, Optional<TenantId> scope) {
        try {
            var folder = Files.createDirectories(inbox.resolve(name));
            var waiting = listing.waiting(folder);
            settling.keepOnly(folder, waiting);
            for (var file : waiting) {
                if (settling.isSettled(file, clock.instant(), folders.settleTime())) {
                    take(folder, file, scope);
                }
            }
            return waiting.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What cannot be taken is put aside too, so that it never stands in the way of the next. */
    private void take(Path folder, Path file, Optional<TenantId> scope) throws IOException {
        var aside = "failed";
        var name = file.getFileName();
        try (var bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var taken =
                    pickUp.take(bytes, new Came(BankSource.FOLDER, FileName.of(Optional.of(name.toString())), scope));
            aside = taken.file().state() == PickedState.QUARANTINED ? "quarantined" : "done";
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "a bank file of the watched folder failed and is put aside", failed);
        }
        var target = Files.createDirectories(folder.resolve(aside));
        Files.move(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}

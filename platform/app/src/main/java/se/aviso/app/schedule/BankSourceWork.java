package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import se.aviso.app.pickup.LookAtServer;
import se.aviso.app.pickup.PickUpFile;
import se.aviso.app.pickup.WatchBankSources;

/**
 * Fetches bank files from servers, goes on with those that a crash broke off, and watches for those that are missing.
 */
@ApplicationScoped
public class BankSourceWork {
    private static final System.Logger LOG = System.getLogger(BankSourceWork.class.getName());
    private static final Duration BROKEN_OFF = Duration.ofMinutes(2);

    @Inject
    LookAtServer servers;

    @Inject
    PickUpFile pickUp;

    @Inject
    WatchBankSources watch;

    void fetch() {
        servers.lookAtAll();
    }

    void goOn() {
        pickUp.unfinished(BROKEN_OFF).forEach(this::goOn);
    }

    /** One file that fails stands in no other's way. */
    private void goOn(UUID file) {
        try {
            pickUp.goOn(file);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "picked up bank file " + file + " failed again", failed);
        }
    }

    void watch() {
        watch.watch();
    }
}

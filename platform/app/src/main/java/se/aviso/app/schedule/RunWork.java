package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import se.aviso.app.run.ExecuteChunk;
import se.aviso.app.run.PriceNextChunk;
import se.aviso.kernel.RunId;

/** Takes runs forward, chunk by chunk; each chunk is a transaction, and tenants and runs take turns. */
@ApplicationScoped
public class RunWork {
    private static final System.Logger LOG = System.getLogger(RunWork.class.getName());
    private static final int TRIES = 3;

    /** So many chunks of each run before others have their turn: a large one makes nobody wait for its end. */
    private static final int TURN = 10;

    @Inject
    EachTenant tenants;

    @Inject
    ExecuteChunk chunks;

    @Inject
    PriceNextChunk prices;

    void doAll() {
        var failures = new HashMap<RunId, Integer>();
        var more = new AtomicBoolean();
        do {
            more.set(false);
            tenants.work("runs", tenant -> {
                for (var run : chunks.running()) {
                    turn(run, failures);
                    more.set(true); // it may have more to do, and one that has ended may have let another begin
                }
            });
        } while (more.get());
    }

    private void turn(RunId run, Map<RunId, Integer> failures) {
        for (var chunk = 0; chunk < TURN; chunk++) {
            try {
                if (!prices.around(run, () -> chunks.next(run))) {
                    return;
                }
                failures.remove(run);
            } catch (RuntimeException failed) {
                noteFailure(run, failures, failed);
                return;
            }
        }
    }

    private void noteFailure(RunId run, Map<RunId, Integer> failures, RuntimeException failed) {
        var tries = failures.merge(run, 1, Integer::sum);
        LOG.log(System.Logger.Level.ERROR, "run " + run + " failed in a chunk, try " + tries, failed);
        if (tries >= TRIES) {
            chunks.fail(run);
        }
    }
}

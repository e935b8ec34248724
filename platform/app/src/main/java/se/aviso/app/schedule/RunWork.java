package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.run.ExecuteChunk;
import se.aviso.app.run.PriceNextChunk;
import se.aviso.kernel.RunId;

/** Takes runs forward, chunk by chunk; each chunk is a transaction. */
@ApplicationScoped
public class RunWork {
    private static final System.Logger LOG = System.getLogger(RunWork.class.getName());
    private static final int TRIES = 3;

    @Inject
    EachTenant tenants;

    @Inject
    ExecuteChunk chunks;

    @Inject
    PriceNextChunk prices;

    void doAll() {
        tenants.work("runs", tenant -> chunks.running().forEach(this::finish));
    }

    private void finish(RunId run) {
        var failures = 0;
        while (failures < TRIES) {
            try {
                if (!prices.around(run, () -> chunks.next(run))) {
                    return;
                }
                failures = 0;
            } catch (RuntimeException failed) {
                failures++;
                LOG.log(System.Logger.Level.ERROR, "run " + run + " failed in a chunk, try " + failures, failed);
            }
        }
        chunks.fail(run);
    }
}

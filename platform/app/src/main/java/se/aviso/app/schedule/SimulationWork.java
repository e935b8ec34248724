package se.aviso.app.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.aviso.app.simulation.AdvanceSimulation;

/** Plays simulations, chunk by chunk; each chunk is a transaction. */
@ApplicationScoped
public class SimulationWork {
    private static final System.Logger LOG = System.getLogger(SimulationWork.class.getName());
    private static final int TRIES = 3;

    @Inject
    EachTenant tenants;

    @Inject
    AdvanceSimulation simulations;

    void doAll() {
        tenants.work("simulations", tenant -> play());
    }

    void purge() {
        tenants.work("old simulations", tenant -> simulations.purge());
    }

    private void play() {
        var failures = 0;
        while (failures < TRIES) {
            try {
                if (simulations.step().isEmpty()) {
                    return;
                }
                failures = 0;
            } catch (RuntimeException failed) {
                failures++;
                LOG.log(System.Logger.Level.ERROR, "a simulation failed in a chunk, try " + failures, failed);
            }
        }
        simulations.failOldest();
    }
}

package se.aviso.app.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.invoice.ForeseeBilling;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.tenancy.Planner;

/**
 * Plays the next chunk of a simulation in one transaction, and with it notes how far it has come: after a crash it goes
 * on from there. Memory holds one chunk, however many members there are.
 */
@ApplicationScoped
@Transactional
public class AdvanceSimulation {
    private static final int MEMBERSHIPS = 0;
    private static final int OTHERS = 1;

    @Inject
    SimulationStore store;

    @Inject
    SimulationBook book;

    @Inject
    LastYearStore lastYear;

    @Inject
    MembershipTypeStore types;

    @Inject
    ForeseeBilling billing;

    @Inject
    Planner planner;

    /** Plays a chunk of the oldest simulation that is not at its end; answers which, or nothing where there is none. */
    public Optional<UUID> step() {
        planner.forSearch();
        var simulation = store.next();
        simulation.ifPresent(this::step);
        return simulation.map(Simulation::id);
    }

    /** Gives up the oldest, whose chunk fails again and again. */
    public void failOldest() {
        store.next()
                .ifPresent(simulation -> store.record(simulation.id(), SimulationState.FAILED, simulation.progress()));
    }

    /** Lets go of old results. */
    public void purge() {
        store.purge();
    }

    private void step(Simulation simulation) {
        switch (simulation.progress().phase()) {
            case MEMBERSHIPS -> memberships(simulation);
            case OTHERS -> others(simulation);
            default -> {
                lastYear.count(simulation.id(), simulation.question());
                store.record(simulation.id(), SimulationState.DONE, simulation.progress());
            }
        }
    }

    private void memberships(Simulation simulation) {
        var all = types.all();
        var chunk = book.memberships(simulation, all);
        var play = new Play(all, billing.desk(chunk.memberships()), simulation.pattern(), chunk);
        var blocked = play(simulation, play).blocked();
        var before = simulation.progress();
        record(simulation, chunk, before.done() + chunk.memberships().size(), before.blocked() + blocked);
    }

    private void others(Simulation simulation) {
        var chunk = book.others(simulation);
        play(simulation, new Play(types.all(), billing.desk(chunk.memberships()), simulation.pattern(), chunk));
        record(
                simulation,
                chunk,
                simulation.progress().done(),
                simulation.progress().blocked());
    }

    private Play play(Simulation simulation, Play play) {
        var question = simulation.question();
        play.through(question.today().plusDays(1), question.lastDay());
        store.count(simulation.id(), play.tallies().all());
        return play;
    }

    private void record(Simulation simulation, SimulationBook.Chunk chunk, int done, int blocked) {
        var before = simulation.progress();
        var phase = before.phase() + (chunk.last().isPresent() ? 0 : 1);
        store.record(
                simulation.id(),
                SimulationState.RUNNING,
                new Simulation.Progress(phase, chunk.last(), before.total(), done, blocked));
    }
}

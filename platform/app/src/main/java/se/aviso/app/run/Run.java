package se.aviso.app.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.aviso.kernel.RunId;
import se.aviso.run.Choice;

/**
 * A piece of bulk work; progress is what has been committed.
 *
 * @param stage where it stands
 */
public record Run(RunId id, Order order, Stage stage, Progress progress, Begun begun) {
    /**
     * What is done, the day on which rules are asked, and the path of the topmost group; {@code /} for all.
     *
     * @param choice which memberships of the subtree are meant
     */
    public record Order(RunKind kind, LocalDate businessDate, String groupPath, Choice choice) {}

    /**
     * Where a run stands.
     *
     * @param atChunk the chunk last committed in this phase; below 0 before the first
     * @param holdUntil until when what it queues waits; absent before its work has begun
     */
    public record Stage(RunState state, RunPhase phase, int atChunk, Optional<Instant> holdUntil) {
        /** At the beginning of a phase. */
        static Stage beginning(RunPhase phase, Optional<Instant> holdUntil) {
            return new Stage(RunState.RUNNING, phase, -1, holdUntil);
        }
    }

    /**
     * How many recipients there are, were looked at in advance, have had their turn, of those failed, were recalled.
     */
    public record Progress(int total, int foreseen, int done, int failed, int recalled) {
        static final Progress NONE = new Progress(0, 0, 0, 0, 0);
    }

    /** Who began it and when; {@code byItself} where it was the day's own work. */
    public record Begun(String by, Instant at, boolean byItself) {}

    /** What is done. */
    public RunKind kind() {
        return order.kind();
    }

    /** The day on which rules are asked. */
    public LocalDate businessDate() {
        return order.businessDate();
    }

    /** Whether it goes, waits or has ended. */
    public RunState state() {
        return stage.state();
    }

    /** What it is about: to look ahead, to work, or to take back. */
    public RunPhase phase() {
        return stage.phase();
    }

    /** How many recipients have had their turn in the phase. */
    public int turns() {
        return switch (phase()) {
            case PREVIEW -> progress.foreseen();
            case WORK -> progress.done();
            case RECALL -> progress.recalled();
        };
    }

    /** True when what it did can be taken back as a whole: it did something, and stands still. */
    public boolean mayBeRecalled() {
        var hasWorked = phase() == RunPhase.WORK && state() != RunState.RUNNING;
        var brokeOff = phase() == RunPhase.RECALL && (state() == RunState.CANCELLED || state() == RunState.FAILED);
        return kind().issues() && (hasWorked || brokeOff);
    }
}

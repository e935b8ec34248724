package se.aviso.app.run;

import java.time.LocalDate;
import se.aviso.kernel.RunId;

/**
 * A piece of bulk work; progress is what has been committed.
 *
 * @param scope the day and the subtree of groups that it is for
 */
public record Run(RunId id, RunKind kind, Scope scope, RunState state, Progress progress) {
    /** The business date, and the path of the topmost group; {@code /} for all. */
    public record Scope(LocalDate businessDate, String groupPath) {}

    /** The day on which rules are asked. */
    public LocalDate businessDate() {
        return scope.businessDate();
    }

    /** How many recipients there are, how many have had their turn, how many of those failed. */
    public record Progress(int total, int done, int failed) {}
}

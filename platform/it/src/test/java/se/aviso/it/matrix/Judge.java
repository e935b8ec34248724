package se.aviso.it.matrix;

import java.util.Optional;
import java.util.Set;

/** Compares what was expected with what was seen. */
final class Judge {
    /** How the product says that what a body names is not there. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 422);

    private Judge() {}

    /**
     * What is wrong; nothing when all is as it must be.
     *
     * @param unknown what the same caller is answered about an id that nobody has
     */
    static Optional<String> api(Verdict verdict, Example example, Seen seen, Seen unknown) {
        var good = switch (verdict) {
            case UNBELIEVED -> seen.status() == 401;
            case FORBIDDEN -> seen.status() == 403 && seen.problem().equals("forbidden");
            case UNKNOWN -> isUnknown(example, seen) && seen.equals(unknown);
            case BEYOND_OWN -> seen.status() == 422 && seen.problem().endsWith("-beyond-own");
            case ALLOWED -> isDone(example, seen);
        };
        return told(good, verdict, seen, unknown);
    }

    /** The same of a page. */
    static Optional<String> page(Verdict verdict, Example example, Seen seen, Seen unknown) {
        var good = switch (verdict) {
            case UNBELIEVED -> seen.isSentToLogIn();
            case FORBIDDEN -> seen.status() == 403;
            case UNKNOWN -> (seen.status() == 404 || (example.named() && seen.status() == 200)) && seen.equals(unknown);
            case BEYOND_OWN, ALLOWED ->
                seen.status() == 200 || (seen.status() == 302 && seen.goal().startsWith("/"));
        };
        return told(good, verdict, seen, unknown);
    }

    private static boolean isUnknown(Example example, Seen seen) {
        if (example.named()) {
            return NOT_THERE.contains(seen.status()) || seen.status() < 300;
        }
        return seen.status() == 404;
    }

    private static boolean isDone(Example example, Seen seen) {
        return seen.status() < 300 || example.done().contains(seen.problem());
    }

    private static Optional<String> told(boolean good, Verdict verdict, Seen seen, Seen unknown) {
        if (good) {
            return Optional.empty();
        }
        var told = "expected " + verdict + ", seen " + seen;
        return Optional.of(verdict == Verdict.UNKNOWN ? told + "\n    an unknown id is answered " + unknown : told);
    }
}

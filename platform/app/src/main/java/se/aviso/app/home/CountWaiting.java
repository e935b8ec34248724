package se.aviso.app.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Counts what waits for the caller, for the menu: one query, and no further than people care to know. */
@ApplicationScoped
@Transactional
public class CountWaiting {
    /** More are not counted. */
    public static final int MOST = 1_000;

    @Inject
    TaskStore tasks;

    /** Payments without invoice, mailings that did not arrive, bank files that were stopped. */
    public record Waiting(long suspense, long undelivered, long stopped) {
        /** Nothing at all. */
        public static final Waiting NOTHING = new Waiting(0, 0, 0);
    }

    /** What waits in sight of the caller, narrowed to a subtree if one is given. */
    public Waiting count(Optional<String> group) {
        return tasks.counts(group, MOST);
    }
}

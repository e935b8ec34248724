package se.aviso.launcher.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import se.aviso.launcher.console.Console;

/**
 * Starts the server again when it dies, so that it recovers what was committed; gives up when it dies again and again,
 * or does not come back.
 */
final class Watch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final int BETWEEN_LOOKS_MILLIS = 500;
    private static final int TOO_MANY = 3;
    private static final int ROUNDS = 3;

    private final Postmaster postmaster;
    private final Path log;
    private final Duration window;
    private final Consumer<String> givesUp;
    private final Deque<Long> deaths = new ArrayDeque<>();
    private volatile boolean closed;

    private Watch(Postmaster postmaster, Path log, Duration window, Consumer<String> givesUp) {
        this.postmaster = postmaster;
        this.log = log;
        this.window = window;
        this.givesUp = givesUp;
    }

    /** Begins to watch; three deaths within the window are too many, and the reason is told to {@code givesUp}. */
    static Watch begin(Postmaster postmaster, Path log, Duration window, Consumer<String> givesUp) {
        var watch = new Watch(postmaster, log, window, givesUp);
        var thread = new Thread(watch::watch, "aviso-postgresql-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void watch() {
        try {
            var reason = Optional.<String>empty();
            while (!closed && reason.isEmpty()) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
                reason = look();
            }
            // outside the lock: whoever gives up may end this process, which closes this watch
            reason.ifPresent(givesUp);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<String> look() throws InterruptedException {
        try {
            if (closed || postmaster.running().isPresent()) {
                return Optional.empty();
            }
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the server's lock file cannot be read", unreadable);
            return Optional.empty();
        }
        if (isOneTooMany(System.nanoTime())) {
            return Optional.of("PostgreSQL died " + TOO_MANY + " times within " + window.toSeconds()
                    + " seconds, so Aviso ends; its words are in " + log.getParent() + ".");
        }
        return startAgain();
    }

    private boolean isOneTooMany(long now) {
        deaths.removeIf(death -> now - death > window.toNanos());
        deaths.add(now);
        return deaths.size() >= TOO_MANY;
    }

    private Optional<String> startAgain() throws InterruptedException {
        Console.complain("PostgreSQL has died and is started again.");
        for (int round = 1; round <= ROUNDS && !closed; round++) {
            try {
                postmaster.start();
                Console.say("PostgreSQL runs again; what was committed is there.");
                return Optional.empty();
            } catch (IOException notYet) {
                LOG.log(System.Logger.Level.ERROR, "round " + round + " of starting PostgreSQL again", notYet);
            }
        }
        return closed
                ? Optional.empty()
                : Optional.of("PostgreSQL died and does not start again, so Aviso ends; its words are in "
                        + log.getParent() + ".");
    }

    /** Ends the watching; a start that is under way is waited for, so that the server can be stopped after it. */
    @Override
    public void close() {
        closed = true;
        awaitLook();
    }

    private synchronized void awaitLook() {
        LOG.log(System.Logger.Level.DEBUG, "no longer watched");
    }
}

package se.aviso.app.template;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import se.aviso.kernel.RuleViolation;

/**
 * Work on pages that nobody has tried yet, each in a thread and a time of its own, and few at once: what comes to no
 * end keeps its place until it does, so pages without end cost no more than the places that there are.
 */
@ApplicationScoped
class Trials {
    private static final Logger LOG = System.getLogger(Trials.class.getName());
    private static final int MOST_AT_ONCE = 2;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService managed;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * What the work answers.
     *
     * @throws RuleViolation which is the work's own, or says that it took too long or had to wait too long
     */
    <T> T within(Supplier<T> work) {
        try {
            return answer(work);
        } catch (TimeoutException | RejectedExecutionException late) {
            LOG.log(Level.WARNING, "a page that was tried did not come back in {0}", limit());
            throw RuleViolation.at("/html", "template-slow", Map.of());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuleViolation own ? own : new IllegalStateException(failed);
        }
    }

    private <T> T answer(Supplier<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        var asked = threads().submit(() -> inPlace(work));
        try {
            return asked.get(limit().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            asked.cancel(true);
        }
    }

    /** Who is given up while it waits for its place leaves; who has one leaves when the work has ended. */
    private <T> T inPlace(Supplier<T> work) throws InterruptedException {
        places.acquire();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    ExecutorService threads() {
        return managed;
    }

    Duration limit() {
        return LIMIT;
    }
}

package se.aviso.app.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets a plugin do what is done once, when it comes and when it goes, in a thread that is given up after a time. */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * What the work answers.
     *
     * @throws IllegalStateException when it fails, or does not come back in that time: it says why
     */
    static <T> T within(Duration limit, String what, Callable<T> work) {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, "aviso-plugin " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IllegalStateException(
                    "it did not come back within " + limit.toSeconds() + " s when it was " + what, slow);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("it failed when it was " + what + ": " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody waited for it when it was " + what, stopped);
        } finally {
            task.cancel(true);
        }
    }
}

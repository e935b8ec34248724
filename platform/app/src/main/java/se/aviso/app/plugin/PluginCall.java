package se.aviso.app.plugin;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One call that holds a place of its plugin: until its thread has come to its end, however late that is, or until it is
 * given up before a thread was free for it.
 */
final class PluginCall<T> {
    private final PluginRecord record;
    private final PluginTurn turn;
    private final Supplier<T> work;
    private final AtomicBoolean taken = new AtomicBoolean();

    PluginCall(PluginRecord record, PluginTurn turn, Supplier<T> work) {
        this.record = record;
        this.turn = turn;
        this.work = work;
    }

    /**
     * What the work answers.
     *
     * @throws RejectedExecutionException when no thread was free in that time
     * @throws TimeoutException when it has begun and not come back
     */
    T answer(ExecutorService threads, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            var asked = threads.submit(this::run);
            try {
                return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                if (taken.get()) {
                    throw slow;
                }
                throw new RejectedExecutionException(slow);
            } finally {
                record.abandon(turn); // nothing is to be abandoned of one that has ended
                asked.cancel(true);
            }
        } finally {
            if (taken.compareAndSet(false, true)) {
                record.leave(turn);
            }
        }
    }

    private T run() {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException("given up before it began");
        }
        try {
            return work.get();
        } finally {
            record.leave(turn);
        }
    }
}

package se.aviso.it.plugin;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Never comes back. */
public final class Hanging {
    private Hanging() {}

    /** Comes back when it is stopped, and not before. */
    public static void untilStopped() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Is deaf to being stopped. */
    public static void forEver() {
        var turns = 0L;
        while (turns >= 0) {
            turns += Thread.interrupted() ? 0 : 1; // one that stays interrupted parks no more, and spins for ever
            turns %= Integer.MAX_VALUE;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // the others need the machine too
        }
    }
}

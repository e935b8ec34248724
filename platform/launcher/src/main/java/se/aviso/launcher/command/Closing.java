package se.aviso.launcher.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** What was started, ended in reverse order: at the end of a command, or when the process is told to end. */
final class Closing implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Makes the end of the process close this too, Ctrl-C included. */
    Closing atExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "aviso-closing"));
        return this;
    }

    /** Starts a part and remembers it; a closing that comes meanwhile waits, so that no part is forgotten. */
    synchronized <T extends AutoCloseable> T start(Callable<T> part) throws Exception {
        if (closed) {
            throw new InterruptedException("closing");
        }
        var running = part.call();
        started.push(running);
        return running;
    }

    /** Remembers something to do at the end. */
    synchronized void onClose(AutoCloseable action) {
        started.push(action);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "could not close " + part, e);
        }
    }
}

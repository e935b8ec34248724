package se.aviso.pagewriter;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * The fonts of a set of templates, and as many presses as there are processors: more would only cost memory. Who comes
 * when all are at work waits. Make one for the whole application.
 */
public final class PressRoom {
    private final List<FontFace> faces;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Press> resting = new ConcurrentLinkedDeque<>();

    private PressRoom(List<FontFace> faces, int presses) {
        this.faces = faces;
        this.free = new Semaphore(presses);
    }

    /** A room with a press for each processor. */
    public static PressRoom with(List<FontFace> faces) {
        return new PressRoom(List.copyOf(faces), Runtime.getRuntime().availableProcessors());
    }

    /** The fonts, in the order in which typefaces come. */
    List<FontFace> faces() {
        return faces;
    }

    /** What is done on a press. */
    interface Work {
        /** The document. */
        byte[] on(Press press);
    }

    /** Does the work on a press of its own; a press on which something failed is not used again. */
    byte[] lend(Work work) {
        free.acquireUninterruptibly();
        try {
            var rested = resting.pollFirst();
            var press = rested == null ? new Press(faces) : rested;
            var done = work.on(press);
            resting.addFirst(press);
            return done;
        } finally {
            free.release();
        }
    }
}

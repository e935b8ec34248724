package se.aviso.pagewriter;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The fonts of a set of templates, and as many presses as there are processors: more would only cost memory. Who comes
 * when all are at work waits. Make one for the whole application.
 */
public final class PressRoom {
    private static final long MOST_FOR_BREAKS = 8L * 1024 * 1024;
    private static final long LEAST = 16L * 1024 * 1024;
    private static final int SHARE_FOR_PROGRAMS = 10;
    private static final int SHARE_FOR_LAYERS = 8;

    private final List<FontFace> faces;
    private final Semaphore free;
    private final Shelf<Shapes.Shape, PageProgram> programs =
            new Shelf<>(ofMemory(SHARE_FOR_PROGRAMS), PageProgram::weight);
    private final Shelf<Layer.Key, Layer> layers = new Shelf<>(ofMemory(SHARE_FOR_LAYERS), Layer::weight);
    private final Shelf<Shapes.Broken, List<String>> breaks = new Shelf<>(MOST_FOR_BREAKS, Shapes::weight);
    private final ConcurrentLinkedDeque<Press> resting = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Pen> pens = new ConcurrentLinkedDeque<>();

    private PressRoom(List<FontFace> faces, int presses) {
        this.faces = faces;
        this.free = new Semaphore(presses);
    }

    private static long ofMemory(int share) {
        return Math.max(LEAST, Runtime.getRuntime().maxMemory() / share);
    }

    /** A room with a press for each processor. */
    public static PressRoom with(List<FontFace> faces) {
        return new PressRoom(List.copyOf(faces), Runtime.getRuntime().availableProcessors());
    }

    /**
     * A style sheet and the fonts that it may name.
     *
     * @param inks the colours in it that stand for others
     */
    record Style(StyleSheet sheet, List<FontFace> faces, Inks inks) {}

    /** The sheet with the fonts of this room, in the order in which typefaces come. */
    Style style(StyleSheet sheet, Inks inks) {
        return new Style(sheet, faces, inks);
    }

    /** The compiled pages of all templates. */
    Shelf<Shapes.Shape, PageProgram> programs() {
        return programs;
    }

    /** The layers of all sellers. */
    Shelf<Layer.Key, Layer> layers() {
        return layers;
    }

    /** How texts were broken into lines. */
    Shelf<Shapes.Broken, List<String>> breaks() {
        return breaks;
    }

    /** Does the work on a press of its own; a press on which something failed is not used again. */
    <T> T lend(Function<Press, T> work) {
        free.acquireUninterruptibly();
        try {
            var rested = resting.pollFirst();
            var press = rested == null ? new Press(faces) : rested;
            var done = work.apply(press);
            resting.addFirst(press);
            return done;
        } finally {
            free.release();
        }
    }

    /** Does the work with a pen of its own. */
    <T> T write(Function<Pen, T> work) {
        var rested = pens.pollFirst();
        var pen = rested == null ? new Pen() : rested;
        try {
            return work.apply(pen);
        } finally {
            pens.addFirst(pen);
        }
    }
}

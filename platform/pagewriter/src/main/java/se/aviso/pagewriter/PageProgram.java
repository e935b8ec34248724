package se.aviso.pagewriter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.aviso.pagewriter.file.Part;

/**
 * A template compiled for documents of one outline: pages that are finished but for what differs, and how that is
 * written on them.
 *
 * @param refusal why nothing can be stamped; the rest is empty then
 * @param dealt how many rows each page takes; empty where rows are not dealt out
 * @param leaves where the texts stand in the model of the dealt pages
 * @param layers what is laid over the pages
 * @param inks colours that are the document's own
 * @param fixed leaves on which the page itself depends, with what they said when it was compiled
 */
record PageProgram(
        @Nullable Cause refusal,
        List<Integer> dealt,
        List<Path> leaves,
        Map<Path, String> fixed,
        List<Page> pages,
        Sayings sayings,
        List<Layers.Plan> layers,
        Inks inks,
        SingleFile file) {
    private static final int OF_ITSELF = 20_000;
    private static final int A_LEAF = 400;
    private static final Inks NO_INKS = new Inks(List.of());

    PageProgram {
        dealt = List.copyOf(dealt);
        leaves = List.copyOf(leaves);
        fixed = Map.copyOf(fixed);
        pages = List.copyOf(pages);
        layers = List.copyOf(layers);
    }

    static PageProgram refused(Cause cause) {
        return new PageProgram(
                cause, List.of(), List.of(), Map.of(), List.of(), Sayings.NOTHING, List.of(), NO_INKS, SingleFile.NONE);
    }

    /** The name of a layer on a page. */
    static String layer(int number) {
        return "Layer" + number;
    }

    /** About so many bytes it takes in memory; the file's are nearly all of them. */
    long weight() {
        return OF_ITSELF
                + 2L * file.before().length
                + (long) A_LEAF * leaves.size() * (1 + layers.size())
                + layers.stream()
                        .mapToLong(plan -> plan.markup().length() * 20L)
                        .sum();
    }

    /** One page: what stands under the ink, and what that is drawn with. */
    record Page(Part ground, Part resources, Ink ink) {}

    /** What the file says of itself. */
    record Sayings(Said title, Said author, Said subject, String language) {
        static final Sayings NOTHING = new Sayings(Said.NOTHING, Said.NOTHING, Said.NOTHING, "");
    }
}

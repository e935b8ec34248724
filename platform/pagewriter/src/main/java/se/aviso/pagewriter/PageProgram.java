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
 * @param fixed leaves on which the page itself depends, with what they said when it was compiled
 */
record PageProgram(
        @Nullable Cause refusal,
        List<Integer> dealt,
        List<Path> leaves,
        Map<Path, String> fixed,
        List<Page> pages,
        Sayings sayings,
        SingleFile file) {
    PageProgram {
        dealt = List.copyOf(dealt);
        leaves = List.copyOf(leaves);
        fixed = Map.copyOf(fixed);
        pages = List.copyOf(pages);
    }

    static PageProgram refused(Cause cause) {
        return new PageProgram(cause, List.of(), List.of(), Map.of(), List.of(), Sayings.NOTHING, SingleFile.NONE);
    }

    /** One page: what stands under the ink, and what that is drawn with. */
    record Page(Part ground, Part resources, Ink ink) {}

    /** What the file says of itself. */
    record Sayings(Said title, Said author, Said subject, String language) {
        static final Sayings NOTHING = new Sayings(Said.NOTHING, Said.NOTHING, Said.NOTHING, "");
    }
}

package se.aviso.dispatch;

import java.util.List;

/** An address as it stands in the window of an envelope: a name, at least one line more, and the place last. */
public final class PostalAddress {
    private static final String SWEDISH_PLACE = "[1-9][0-9]{2} [0-9]{2} +\\p{L}.*";
    private static final int FEWEST = 3;
    private static final int MOST = 7;

    private PostalAddress() {}

    /** False where the post would find nobody: then it is as good as no address. */
    public static boolean isFound(List<String> lines) {
        var written = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return written.size() >= FEWEST
                && written.size() <= MOST
                && written.get(written.size() - 1).matches(SWEDISH_PLACE);
    }
}

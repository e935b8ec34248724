package se.aviso.dispatch.letter;

import java.util.List;
import java.util.Optional;

/** An address as it stands in the window of an envelope: a name, at least one line more, and the place last. */
final class PostalAddress {
    private static final String SWEDISH_PLACE = "[1-9][0-9]{2} [0-9]{2} +\\p{L}.*";
    private static final int FEWEST = 3;
    private static final int MOST = 7;

    private PostalAddress() {}

    /** The lines; nothing where the post would not find anybody. */
    static Optional<List<String>> read(String address) {
        var lines = address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var whole = lines.size() >= FEWEST && lines.size() <= MOST;
        return Optional.of(lines)
                .filter(any -> whole && lines.get(lines.size() - 1).matches(SWEDISH_PLACE));
    }
}

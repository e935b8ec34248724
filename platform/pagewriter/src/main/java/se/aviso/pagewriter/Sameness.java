package se.aviso.pagewriter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which of a model's values are alike in document after document. Made once for all documents of a kind.
 *
 * <p>What all say is compiled into the page. What many but not all say, as a seller's own name and words, is written on
 * a page that sellers share where it has room there, and else compiled into a page of its own.
 */
public final class Sameness {
    static final Sameness NONE = of(Set.of());

    private final Set<String> ofAll;
    private final Set<String> ofMany;
    private final Map<String, Set<String>> within = new HashMap<>();

    private Sameness(Set<String> ofAll, Set<String> ofMany) {
        this.ofAll = Set.copyOf(ofAll);
        this.ofMany = Set.copyOf(ofMany);
        for (var name : ofMany) {
            var point = name.indexOf('.');
            if (point >= 0) {
                within.computeIfAbsent(name.substring(0, point), any -> new HashSet<>())
                        .add(name.substring(point + 1));
            }
        }
    }

    /** These values are alike in all documents. */
    public static Sameness of(Set<String> ofAll) {
        return new Sameness(ofAll, Set.of());
    }

    /** The same, and these are alike in many; one in a map is named {@code map.name}. */
    public Sameness andOfMany(Set<String> names) {
        return new Sameness(ofAll, names);
    }

    /** Whether all say this, but for what is {@link #within} it. */
    boolean isOfAll(String name) {
        return ofAll.contains(name);
    }

    boolean isOfMany(String name) {
        return ofMany.contains(name);
    }

    /** The names in a map that all say alike which only many do. */
    Set<String> within(String name) {
        return within.getOrDefault(name, Set.of());
    }
}

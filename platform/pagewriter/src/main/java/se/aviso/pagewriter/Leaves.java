package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of a model that differ from document to document, each with a sign of its own that stands for it while a
 * template is compiled: so the template itself shows where it prints what.
 */
final class Leaves {
    /** Signs are letters that Unicode leaves to private use, so that no text has them. */
    private static final char FIRST = '\ue000';

    private static final int MOST = 6_000;

    private final List<Path> paths = new ArrayList<>();
    private final Set<Path> ofMany = new HashSet<>();
    private final Map<String, Object> masked = new HashMap<>();
    private final Sameness same;
    private final Set<Path> kept;

    private Leaves(Sameness same, Set<Path> kept) {
        this.same = same;
        this.kept = kept;
    }

    /**
     * The leaves of all but what is the same in each document.
     *
     * @param kept texts that are left as they are
     */
    static Leaves of(Content content, Map<String, Object> model, Set<Path> kept) {
        var leaves = new Leaves(content.same(), kept);
        model.forEach((name, value) -> leaves.masked.put(name, leaves.atTop(name, value)));
        return leaves;
    }

    private Object atTop(String name, Object value) {
        if (!same.isOfAll(name)) {
            return masked(value, List.of(name), same.isOfMany(name));
        }
        var many = same.within(name);
        if (many.isEmpty() || !(value instanceof Map<?, ?> map)) {
            return value;
        }
        var copy = new HashMap<String, Object>();
        map.forEach((inner, below) -> copy.put(
                (String) inner, many.contains(inner) ? masked(below, List.of(name, (String) inner), true) : below));
        return copy;
    }

    /** Whether many documents, and not all, say the same here. */
    boolean isOfMany(int leaf) {
        return ofMany.contains(paths.get(leaf));
    }

    /** The texts that many documents, and not all, have alike. */
    Set<Path> ofMany() {
        return ofMany;
    }

    /** Adds a line of a text that stands on several; its number is told. */
    int line(int leaf, int line) {
        var steps = new ArrayList<>(paths.get(leaf).steps());
        steps.add(new Path.Line(line));
        paths.add(new Path(steps));
        return paths.size() - 1;
    }

    /** True when signs could be mistaken for something else, or there are not enough of them. */
    boolean areTooMany() {
        return paths.size() > MOST;
    }

    /** The model with signs in it. */
    Map<String, Object> masked() {
        return masked;
    }

    /** Where the texts stand, in the order of their signs. */
    List<Path> paths() {
        return paths;
    }

    /** The number of the leaf that a letter is the sign of; -1 when it is none. */
    int leaf(char letter) {
        var leaf = letter - FIRST;
        return leaf >= 0 && leaf < paths.size() ? leaf : -1;
    }

    /** True when the text has a letter that might be a sign. */
    static boolean hasSigns(String text) {
        return text.chars().anyMatch(letter -> letter >= FIRST && letter < FIRST + MOST);
    }

    private Object masked(Object value, List<Object> at, boolean isOfMany) {
        if (value instanceof Map<?, ?> map) {
            var copy = new HashMap<String, Object>();
            map.forEach((name, below) -> copy.put((String) name, masked(below, extended(at, (String) name), isOfMany)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<>();
            for (var place = 0; place < list.size(); place++) {
                copy.add(masked(list.get(place), extended(at, place), isOfMany));
            }
            return copy;
        }
        if (value instanceof String text && !text.isEmpty()) {
            return sign(text, new Path(at), isOfMany);
        }
        return value;
    }

    private String sign(String text, Path path, boolean isOfMany) {
        if (kept.contains(path)) {
            return text;
        }
        paths.add(path);
        if (isOfMany) {
            ofMany.add(path);
        }
        return String.valueOf((char) (FIRST + paths.size() - 1));
    }

    private static List<Object> extended(List<Object> at, Object step) {
        var longer = new ArrayList<>(at);
        longer.add(step);
        return longer;
    }
}

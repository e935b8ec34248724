package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a model that differ from document to document, each with a sign of its own that stands for it while a
 * template is compiled: so the template itself shows where it prints what.
 */
final class Leaves {
    /** Signs are letters that Unicode leaves to private use, so that no text has them. */
    private static final char FIRST = '\ue000';

    private static final int MOST = 6_000;

    private final List<Path> paths = new ArrayList<>();
    private final Map<String, Object> masked = new HashMap<>();

    private Leaves() {}

    /** The leaves of all but what is the same in each document. */
    static Leaves of(Content content, Map<String, Object> model) {
        var leaves = new Leaves();
        model.forEach((name, value) -> leaves.masked.put(
                name, content.same().contains(name) ? value : leaves.masked(value, new ArrayList<>(List.of(name)))));
        return leaves;
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

    private Object masked(Object value, List<Object> at) {
        if (value instanceof Map<?, ?> map) {
            var copy = new HashMap<String, Object>();
            map.forEach((name, below) -> copy.put((String) name, masked(below, extended(at, (String) name))));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<>();
            for (var place = 0; place < list.size(); place++) {
                copy.add(masked(list.get(place), extended(at, place)));
            }
            return copy;
        }
        if (value instanceof String text && !text.isEmpty()) {
            paths.add(new Path(at));
            return String.valueOf((char) (FIRST + paths.size() - 1));
        }
        return value;
    }

    private static List<Object> extended(List<Object> at, Object step) {
        var longer = new ArrayList<>(at);
        longer.add(step);
        return longer;
    }
}

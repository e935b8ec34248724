package se.aviso.pagewriter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All of a document that decides where things stand: what is the same in each of its kind, which texts, rows and
 * pictures there are, and not what the texts say. Documents of one outline share one compiled page.
 *
 * <p>It is asked for with every document, so it is the document's own model, looked at so; {@link #kept} is one without
 * what the document says.
 */
final class Outline {
    private static final int NO_TEXT = 1;
    private static final int TEXT = 2;

    private final Map<String, Object> model;
    private final Sameness same;
    private final Map<String, Object> marks;
    private final int hash;

    private Outline(Map<String, Object> model, Sameness same, Map<String, Object> marks) {
        this.model = model;
        this.same = same;
        this.marks = marks;
        var sum = marks.hashCode();
        for (var entry : model.entrySet()) {
            var value = entry.getValue();
            sum += entry.getKey().hashCode()
                    ^ (31 * (same.isOfAll(entry.getKey()) ? same(entry.getKey(), value) : hash(value)));
        }
        this.hash = sum;
    }

    /** The hash of what all say alike, but for what in it only many do. */
    private int same(String name, Object value) {
        var many = same.within(name);
        if (many.isEmpty() || !(value instanceof Map<?, ?> map)) {
            return value.hashCode();
        }
        var sum = 0;
        for (var entry : map.entrySet()) {
            var isOfMany = many.contains((String) entry.getKey());
            sum += entry.getKey().hashCode()
                    ^ (31
                            * (isOfMany
                                    ? hash(entry.getValue())
                                    : entry.getValue().hashCode()));
        }
        return sum;
    }

    /** The outline of a content, with the model that its pages are made of. */
    static Outline of(Content content, Map<String, Object> model) {
        var marks = new HashMap<String, Object>();
        content.pictures().forEach((name, picture) -> marks.put(name, mark(picture)));
        return new Outline(model, content.same(), marks);
    }

    /** The same outline, of a document that says nothing. */
    Outline kept() {
        var silent = new HashMap<String, Object>();
        model.forEach((name, value) -> silent.put(name, same.isOfAll(name) ? value : silent(value)));
        return new Outline(silent, same, marks);
    }

    private static Object mark(Picture picture) {
        return picture instanceof Picture.Squares squares ? squares.size() : "raster";
    }

    private static Object silent(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? text : "-";
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new HashMap<Object, Object>();
            map.forEach((name, below) -> copy.put(name, silent(below)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(Outline::silent).toList()
                : value;
    }

    /** Does not depend on the order of a map. */
    private static int hash(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? NO_TEXT : TEXT;
        }
        var hash = 0;
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                hash += entry.getKey().hashCode() ^ (31 * hash(entry.getValue()));
            }
            return hash;
        }
        if (value instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                hash = 31 * hash + hash(list.get(i));
            }
            return hash;
        }
        return value.hashCode();
    }

    private static boolean isAlike(Object one, @Nullable Object other) {
        if (one instanceof String text) {
            return other instanceof String said && text.isEmpty() == said.isEmpty();
        }
        if (one instanceof Map<?, ?> map) {
            return other instanceof Map<?, ?> maps && areAlike(map, maps, name -> false);
        }
        if (one instanceof List<?> list) {
            return other instanceof List<?> lists && areAlike(list, lists);
        }
        return one.equals(other); // a truth is what it is, and no text
    }

    private static boolean areAlike(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var i = 0; i < one.size(); i++) {
            if (!isAlike(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** @param isFixed of names whose values are compared by what they say */
    private static boolean areAlike(Map<?, ?> one, Map<?, ?> other, Predicate<String> isFixed) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var entry : one.entrySet()) {
            var value = entry.getValue();
            var said = other.get(entry.getKey());
            if (isFixed.test((String) entry.getKey()) ? !value.equals(said) : !isAlike(value, said)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAlikeAtTop(Map<String, Object> other) {
        if (model.size() != other.size()) {
            return false;
        }
        for (var entry : model.entrySet()) {
            var name = entry.getKey();
            var value = entry.getValue();
            var said = other.get(name);
            if (same.isOfAll(name) ? !isSame(name, value, said) : !isAlike(value, said)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(String name, Object value, @Nullable Object said) {
        var many = same.within(name);
        if (!many.isEmpty() && value instanceof Map<?, ?> map && said instanceof Map<?, ?> other) {
            return areAlike(map, other, inner -> !many.contains(inner));
        }
        return value.equals(said);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Outline outline && isAlike(outline));
    }

    private boolean isAlike(Outline other) {
        return hash == other.hash && same == other.same && marks.equals(other.marks) && isAlikeAtTop(other.model);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

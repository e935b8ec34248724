package se.aviso.bank.camt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small part of the file, whole: an element with its text and its children; found by paths such as {@code Id/IBAN}.
 *
 * @param name without prefix; of another namespace than the document's it is empty, and no path finds it
 * @param offset the byte at which its tag begins
 * @param currency the attribute {@code Ccy}, empty where there is none
 * @param text of the element itself, blanks around it and runs of blanks within it taken away
 */
record Element(String name, long offset, String currency, String text, List<Element> children) {
    Element {
        children = List.copyOf(children);
    }

    /** The elements at that path, in the order of the file. */
    Stream<Element> all(String path) {
        return found(path).stream();
    }

    private List<Element> found(String path) {
        var found = new ArrayList<Element>(0);
        collect(path, 0, found);
        return found;
    }

    private void collect(String path, int from, List<Element> found) {
        var slash = path.indexOf('/', from);
        for (var child : children) {
            if (child.isNamed(path, from, slash)) {
                if (slash < 0) {
                    found.add(child);
                } else {
                    child.collect(path, slash + 1, found);
                }
            }
        }
    }

    private boolean isNamed(String path, int from, int slash) {
        return name.length() == (slash < 0 ? path.length() : slash) - from && path.startsWith(name, from);
    }

    /** The first element at that path. */
    Optional<Element> first(String path) {
        return Optional.ofNullable(find(path, 0, false));
    }

    /** The first text at any of those paths that is not empty; earlier paths come first. */
    Optional<String> text(String... paths) {
        for (var path : paths) {
            var found = find(path, 0, true);
            if (found != null) {
                return Optional.of(found.text);
            }
        }
        return Optional.empty();
    }

    /** By loops and without lists: each payment is asked for some forty paths, and most of them lead nowhere. */
    private @Nullable Element find(String path, int from, boolean worded) {
        var slash = path.indexOf('/', from);
        for (var child : children) {
            if (child.isNamed(path, from, slash)) {
                var found = slash < 0 ? child.orNothing(worded) : child.find(path, slash + 1, worded);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Element orNothing(boolean worded) {
        return worded && text.isEmpty() ? null : this;
    }

    /** All texts at that path that are not empty. */
    Stream<String> texts(String path) {
        return all(path).map(Element::text).filter(text -> !text.isEmpty());
    }
}

package se.aviso.bank.camt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        var slash = path.indexOf('/');
        var first = slash < 0 ? path : path.substring(0, slash);
        var found = children.stream().filter(child -> child.name.equals(first));
        return slash < 0 ? found : found.flatMap(child -> child.all(path.substring(slash + 1)));
    }

    /** The first element at that path. */
    Optional<Element> first(String path) {
        return all(path).findFirst();
    }

    /** The first text at any of those paths that is not empty; earlier paths come first. */
    Optional<String> text(String... paths) {
        return Stream.of(paths).flatMap(this::texts).findFirst();
    }

    /** All texts at that path that are not empty. */
    Stream<String> texts(String path) {
        return all(path).map(Element::text).filter(text -> !text.isEmpty());
    }
}

package se.aviso.pagewriter;

import java.util.List;
import java.util.Map;

/** Where in a model a text stands: names of maps and places in lists, and last, it may be, one of the text's lines. */
record Path(List<Object> steps) {
    Path {
        steps = List.copyOf(steps);
    }

    /** One line of a text that is broken into several, counted from 0. */
    record Line(int number) {}

    /** The text there; empty when there is none. */
    String in(Map<String, Object> model) {
        Object at = model;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step instanceof String && at instanceof Map<?, ?> map) {
                at = map.get(step);
            } else if (step instanceof Integer place && at instanceof List<?> list && place < list.size()) {
                at = list.get(place);
            } else if (!(step instanceof Line)) {
                return "";
            }
        }
        return at instanceof String text ? text : "";
    }

    /** The same there, or the line of it, where it is known how it breaks. */
    String in(Map<String, Object> model, Map<Path, List<String>> broken) {
        if (steps.get(steps.size() - 1) instanceof Line line) {
            return broken.getOrDefault(whole(), List.of()).get(line.number);
        }
        return in(model);
    }

    /** The text of which this is a line. */
    Path whole() {
        var last = steps.size() - 1;
        return steps.get(last) instanceof Line ? new Path(steps.subList(0, last)) : this;
    }

    boolean isLine() {
        return steps.get(steps.size() - 1) instanceof Line;
    }

    /** As it is told to people, without places in lists: {@code lines.text}. */
    String told() {
        var told = new StringBuilder();
        for (var step : steps) {
            if (step instanceof String name) {
                told.append(told.isEmpty() ? "" : ".").append(name);
            }
        }
        return told.toString();
    }
}

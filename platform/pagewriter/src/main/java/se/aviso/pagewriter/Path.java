package se.aviso.pagewriter;

import java.util.List;
import java.util.Map;

/** Where in a model a text stands: names of maps and places in lists. */
record Path(List<Object> steps) {
    Path {
        steps = List.copyOf(steps);
    }

    /** The text there; empty when there is none. */
    String in(Map<String, Object> model) {
        Object at = model;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step instanceof String && at instanceof Map<?, ?> map) {
                at = map.get(step);
            } else if (step instanceof Integer place && at instanceof List<?> list && place < list.size()) {
                at = list.get(place);
            } else {
                return "";
            }
        }
        return at instanceof String text ? text : "";
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

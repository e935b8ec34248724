package se.aviso.pagewriter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All of a document that decides where things stand: what is the same in each of its kind, which texts, rows and
 * pictures there are, and not what the texts say. Documents of one outline share one compiled page.
 */
record Outline(Map<String, Object> form) {
    private static final Boolean TEXT = Boolean.TRUE;
    private static final Boolean NO_TEXT = Boolean.FALSE;

    /** The outline of a content, with the model that its pages are made of. */
    static Outline of(Content content, Map<String, Object> model) {
        var form = new HashMap<String, Object>();
        model.forEach((name, value) -> form.put(name, content.same().contains(name) ? value : outline(value)));
        content.pictures().forEach((name, picture) -> form.put("picture:" + name, mark(picture)));
        return new Outline(form);
    }

    private static Object mark(Picture picture) {
        return picture instanceof Picture.Squares squares ? squares.size() : picture.key();
    }

    private static Object outline(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? NO_TEXT : TEXT;
        }
        if (value instanceof Map<?, ?> map) {
            var outline = new HashMap<Object, Object>();
            map.forEach((name, below) -> outline.put(name, outline(below)));
            return outline;
        }
        if (value instanceof List<?> list) {
            var outline = new ArrayList<>(list.size());
            for (var below : list) {
                outline.add(outline(below));
            }
            return outline;
        }
        return List.of(value); // a truth is what it is, and no text
    }
}

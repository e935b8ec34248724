package se.aviso.pagewriter;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What one document says.
 *
 * @param model maps, lists, texts and booleans; every value already as it is to be read
 * @param same names of the model that say the same in document after document: labels, the sender, a text to all
 * @param pictures by the name that the template uses
 * @param day the document's own day; it becomes the file's creation date, so that the bytes stay the same for ever
 */
public record Content(Map<String, Object> model, Set<String> same, Map<String, Picture> pictures, LocalDate day) {
    public Content {
        model = Map.copyOf(model);
        same = Set.copyOf(same);
        pictures = Map.copyOf(pictures);
    }

    /** All of whose words may differ from document to document. */
    public Content(Map<String, Object> model, Map<String, Picture> pictures, LocalDate day) {
        this(model, Set.of(), pictures, day);
    }
}

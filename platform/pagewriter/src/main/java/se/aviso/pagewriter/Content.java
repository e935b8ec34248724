package se.aviso.pagewriter;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What one document says.
 *
 * @param model maps, lists, texts and booleans; every value already as it is to be read
 * @param same which of it is alike in document after document: labels, the sender, a text to all
 * @param pictures by the name that the template uses
 * @param inks colours, {@code #rrggbb}, by the name that the style sheet uses
 * @param day the document's own day; it becomes the file's creation date, so that the bytes stay the same for ever
 */
public record Content(
        Map<String, Object> model,
        Sameness same,
        Map<String, Picture> pictures,
        Map<String, String> inks,
        LocalDate day) {
    public Content {
        model = Map.copyOf(model);
        pictures = Map.copyOf(pictures);
        inks = Map.copyOf(inks);
    }

    /** In the colours of the style sheet alone; {@code same} are names of what all documents say alike. */
    public Content(Map<String, Object> model, Set<String> same, Map<String, Picture> pictures, LocalDate day) {
        this(model, Sameness.of(same), pictures, Map.of(), day);
    }

    /** All of whose words may differ from document to document. */
    public Content(Map<String, Object> model, Map<String, Picture> pictures, LocalDate day) {
        this(model, Sameness.NONE, pictures, Map.of(), day);
    }
}

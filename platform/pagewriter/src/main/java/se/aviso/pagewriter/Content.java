package se.aviso.pagewriter;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one document says.
 *
 * @param model maps, lists, texts and booleans; every value already as it is to be read
 * @param pictures by the name that the template uses
 * @param day the document's own day; it becomes the file's creation date, so that the bytes stay the same for ever
 */
public record Content(Map<String, Object> model, Map<String, Picture> pictures, LocalDate day) {
    public Content {
        model = Map.copyOf(model);
        pictures = Map.copyOf(pictures);
    }
}

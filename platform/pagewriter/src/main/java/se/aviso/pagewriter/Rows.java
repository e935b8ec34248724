package se.aviso.pagewriter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of a document that may need more than one page.
 *
 * <p>The template gives each row the id {@code row-1}, {@code row-2}…, the head above them {@code linehead-p1}, and
 * what follows the last row {@code tail}.
 *
 * @param count how many rows there are
 * @param pages makes the model's {@code pages} from the number of rows that each page takes
 */
public record Rows(int count, PageFrame frame, Function<List<Integer>, List<Map<String, Object>>> pages) {
    /** The model with so many rows on each page. */
    Map<String, Object> on(Content content, List<Integer> dealt) {
        var model = new HashMap<>(content.model());
        model.put("pages", pages.apply(dealt));
        return model;
    }
}

package se.aviso.app.product;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.web.WrittenAmount;

/** What a page writes about a product; its fields are called as the JSON pointers, with hyphens. */
final class WrittenProduct implements Serializable {
    private static final String PRICE = "/price";

    private final Map<String, @Nullable String> fields = new HashMap<>();

    /** A product as it is. */
    void show(Map<String, String> written) {
        written.forEach((pointer, text) -> fields.put(field(pointer), text));
    }

    void put(String field, String text) {
        fields.put(field, text);
    }

    /** The fields, for a page to show and to fill. */
    Map<String, @Nullable String> fields() {
        return fields;
    }

    /** What is written, by pointer, in the form of the API. */
    Map<String, String> written() {
        var texts = new LinkedHashMap<String, String>();
        for (var pointer : ProductForm.FIELDS) {
            var text =
                    Objects.requireNonNullElse(fields.get(field(pointer)), "").strip();
            texts.put(pointer, pointer.equals(PRICE) ? WrittenAmount.decimal(text) : text);
        }
        return texts;
    }

    /** The same as changes; what is empty is cleared. */
    Map<String, Optional<String>> changes() {
        var changes = new LinkedHashMap<String, Optional<String>>();
        written()
                .forEach((pointer, text) ->
                        changes.put(pointer, Optional.of(text).filter(said -> !said.isEmpty())));
        return changes;
    }

    private static String field(String pointer) {
        return pointer.substring(1).replace('/', '-');
    }
}

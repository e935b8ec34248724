package se.aviso.app.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last row that a client has seen: the key it was sorted by and its id; opaque outside.
 *
 * @param sortKey as text; empty when the id alone sorts
 */
public record Cursor(String sortKey, UUID id) {
    /** The opaque form. */
    public String encoded() {
        var plain = id + " " + sortKey;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The sort key where it is a number; answers 400 for a cursor of another list. */
    public long number() {
        try {
            return Long.parseLong(sortKey);
        } catch (NumberFormatException ofAnotherList) {
            throw HttpProblem.badRequest("cursor-invalid", List.of());
        }
    }

    /** Reads the opaque form; answers 400 for what we never gave. */
    public static Optional<Cursor> parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return Optional.empty();
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var space = plain.indexOf(' ');
            return Optional.of(new Cursor(plain.substring(space + 1), UUID.fromString(plain.substring(0, space))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw HttpProblem.badRequest("cursor-invalid", List.of());
        }
    }
}

package se.aviso.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A field that an act changed, with its value before and after; an empty value is none.
 *
 * <p>Of a field about a person only the name is kept: the trail is never erased, what is known of a person may have to
 * be (GDPR, article 17).
 *
 * @param personal true where the values are left out
 */
public record Change(Field field, String before, String after, boolean personal) {
    /** @throws IllegalArgumentException when a personal one has values */
    public Change {
        if (personal && !(before + after).isEmpty()) {
            throw new IllegalArgumentException("values about a person are not kept in the trail");
        }
    }

    /** A change whose values are kept. */
    public static Change of(Field field, Object before, Object after) {
        return new Change(field, before.toString(), after.toString(), false);
    }

    /** A value that is new with the thing. */
    public static Change to(Field field, Object after) {
        return of(field, "", after);
    }

    /** A change of something about a person. */
    public static Change personal(Field field) {
        return new Change(field, "", "", true);
    }

    /** What differs between two states, by field in their own order; a field that one of them lacks is empty in it. */
    public static List<Change> between(Map<Field, String> before, Map<Field, String> after) {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (var field : fields) {
            var old = Objects.requireNonNullElse(before.get(field), "");
            var fresh = Objects.requireNonNullElse(after.get(field), "");
            if (!old.equals(fresh)) {
                changes.add(of(field, old, fresh));
            }
        }
        return List.copyOf(changes);
    }
}

package se.aviso.app.group;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.BillingIdentity.Origin;

/**
 * A line of a group's billing identity.
 *
 * @param value as people write it; empty when there is none
 * @param from the group it is inherited from; empty when it is not
 * @param otherwise what would be inherited in place of the own value
 */
public record PayeeRow(BillingField field, State state, String value, String from, Optional<Otherwise> otherwise) {
    /** Whose the value is. */
    public enum State {
        OWN,
        INHERITED,
        MISSING,
        /** Missing, and without it no invoice can be made. */
        NEEDED
    }

    /** A value that an own one hides, and the group that it is from. */
    public record Otherwise(String value, String from) {}

    /** All lines of the group, in their order. */
    static List<PayeeRow> of(ShowGroup.Seen seen) {
        var names =
                seen.way().stream().collect(Collectors.toMap(step -> step.id().toString(), ShowGroup.Step::name));
        return Arrays.stream(BillingField.values())
                .map(field -> row(field, seen, names))
                .toList();
    }

    private static PayeeRow row(BillingField field, ShowGroup.Seen seen, Map<String, String> names) {
        var origin = origin(seen.payee().whole(), field);
        if (origin.isEmpty()) {
            var state = isNeeded(field, seen.payee().whole()) ? State.NEEDED : State.MISSING;
            return new PayeeRow(field, state, "", "", Optional.empty());
        }
        var value = field.written(origin.get().value());
        var from = name(names, origin.get());
        if (!seen.group().own().containsKey(field)) {
            return new PayeeRow(field, State.INHERITED, value, from, Optional.empty());
        }
        var otherwise = origin(seen.payee().without(), field)
                .map(hidden -> new Otherwise(field.written(hidden.value()), name(names, hidden)));
        return new PayeeRow(field, State.OWN, value, "", otherwise);
    }

    /** Money needs one way in: it is asked for at the first of them. */
    private static boolean isNeeded(BillingField field, BillingIdentity whole) {
        return field == BillingField.BANKGIRO && whole.giro().isEmpty();
    }

    private static Optional<Origin> origin(BillingIdentity identity, BillingField field) {
        return Optional.ofNullable(identity.fields().get(field));
    }

    private static String name(Map<String, String> names, Origin origin) {
        return Optional.ofNullable(names.get(origin.group().toString())).orElse("");
    }
}

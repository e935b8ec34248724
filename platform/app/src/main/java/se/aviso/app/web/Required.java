package se.aviso.app.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.RuleViolation.Fault;

/**
 * Holds the bodies of requests to our rule that nothing is null unless it says so: a record's component that is neither
 * {@code Optional} nor {@code @Nullable} must have been sent.
 */
final class Required {
    private final List<Fault> faults = new ArrayList<>();

    private Required() {}

    /** The value itself, when it is whole. */
    static Object check(@Nullable Object value) {
        if (value == null) {
            throw JsonProvider.empty();
        }
        var check = new Required();
        check.walk("", value);
        if (!check.faults.isEmpty()) {
            throw HttpProblem.badRequest("body-invalid", check.faults);
        }
        return value;
    }

    private void walk(String pointer, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> walk(pointer, inner));
        } else if (value instanceof List<?> list) {
            for (var index = 0; index < list.size(); index++) {
                component(pointer + "/" + index, list.get(index), false);
            }
        } else if (value instanceof Record) {
            for (var part : value.getClass().getRecordComponents()) {
                component(pointer + "/" + part.getName(), read(part, value), mayBeNull(part));
            }
        }
    }

    private void component(String pointer, @Nullable Object value, boolean mayBeNull) {
        if (value != null) {
            walk(pointer, value);
        } else if (!mayBeNull) {
            faults.add(new Fault("field-required", pointer, Map.of()));
        }
    }

    private static boolean mayBeNull(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object read(RecordComponent part, Object owner) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException ourFault) {
            throw new IllegalStateException("cannot read " + part, ourFault);
        }
    }
}

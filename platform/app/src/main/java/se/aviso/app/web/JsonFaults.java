package se.aviso.app.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;

/** Says where in a body the fault lies. */
final class JsonFaults {
    private JsonFaults() {}

    static RuntimeException problem(JacksonException wrong) {
        if (wrong.getCause() instanceof RuleViolation violation) {
            return violation;
        }
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return at(pointer(unknown), "field-unknown");
        }
        if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return at(pointer(mapping), "field-invalid");
        }
        return HttpProblem.badRequest("json-malformed", List.of());
    }

    private static HttpProblem at(String pointer, String code) {
        return HttpProblem.badRequest("body-invalid", List.of(new Fault(code, pointer, Map.of())));
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> "/" + step(step.getFieldName(), step.getIndex()))
                .collect(Collectors.joining());
    }

    private static String step(@Nullable String field, int index) {
        return field == null
                ? Integer.toString(index)
                : field.replace("~", "~0").replace("/", "~1");
    }
}

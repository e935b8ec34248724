package se.aviso.app.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses a query parameter that the operation does not know, or that comes twice: a filter with a slip of the pen
 * would otherwise answer everything.
 */
class ParameterGuard implements ContainerRequestFilter {
    private static final int BAD_REQUEST = 400;

    private final Set<String> known;

    ParameterGuard(Set<String> known) {
        this.known = new TreeSet<>(known);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw unknown(name);
            }
            if (values.size() > 1) {
                throw new HttpProblem(BAD_REQUEST, "parameter-repeated", Map.of("parameter", name));
            }
        });
    }

    private HttpProblem unknown(String name) {
        if (known.isEmpty()) {
            return new HttpProblem(BAD_REQUEST, "parameter-none", Map.of("parameter", shown(name)));
        }
        var facts = Map.of("parameter", shown(name), "known", String.join(", ", known));
        return new HttpProblem(BAD_REQUEST, "parameter-unknown", facts);
    }

    private static String shown(String name) {
        return name.replaceAll("[^\\x21-\\x7e]", "").replaceAll("(?<=^.{60}).+", "…");
    }
}

package se.aviso.app.web;

import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The query parameters of a request, read as what they are; 400 names the one that is something else. */
public final class QueryParams {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST = 200;

    private final UriInfo uri;

    private QueryParams(UriInfo uri) {
        this.uri = uri;
    }

    /** Those of a request. */
    public static QueryParams of(UriInfo uri) {
        return new QueryParams(uri);
    }

    /** A text; an empty one is none. */
    public Optional<String> text(String name) {
        var text = Optional.ofNullable(uri.getQueryParameters().getFirst(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
        if (text.filter(value -> value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw invalid(name);
        }
        return text;
    }

    /** An id. */
    public Optional<UUID> uuid(String name) {
        return parsed(name, UUID::fromString);
    }

    /** A day. */
    public Optional<LocalDate> day(String name) {
        return parsed(name, LocalDate::parse);
    }

    /** A whole number. */
    public Optional<Long> number(String name) {
        return parsed(name, Long::valueOf);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return parsed(name, text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return text.equals("true");
        });
    }

    /** A constant of an enum. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return parsed(name, text -> Enum.valueOf(type, text));
    }

    /** {@code limit} and {@code cursor}. */
    public PageRequest page() {
        var limit = parsed("limit", Integer::valueOf);
        return PageRequest.of(limit.orElse(null), uri.getQueryParameters().getFirst("cursor"));
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException | DateTimeException otherKind) {
            throw invalid(name);
        }
    }

    private static HttpProblem invalid(String name) {
        return new HttpProblem(BAD_REQUEST, "parameter-invalid", Map.of("parameter", name));
    }
}

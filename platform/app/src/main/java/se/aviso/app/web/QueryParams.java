package se.aviso.app.web;

import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.Money;

/** The query parameters of a request, read as what they are; 400 names the one that is something else. */
public final class QueryParams {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST = 200;
    private static final Currency KRONOR = Currency.getInstance("SEK");

    private final Function<String, @Nullable String> values;
    private final Optional<Consumer<String>> forgiving;

    private QueryParams(Function<String, @Nullable String> values, Optional<Consumer<String>> forgiving) {
        this.values = values;
        this.forgiving = forgiving;
    }

    /** Those of a request. */
    public static QueryParams of(UriInfo uri) {
        return new QueryParams(name -> uri.getQueryParameters().getFirst(name), Optional.empty());
    }

    /** Those of a page's address: what somebody has typed wrongly there counts as not said. */
    public static QueryParams forgiving(Function<String, Optional<String>> values) {
        return forgiving(values, name -> {});
    }

    /** The same; each name whose value was not understood is told to the other. */
    public static QueryParams forgiving(Function<String, Optional<String>> values, Consumer<String> misread) {
        return new QueryParams(name -> values.apply(name).orElse(null), Optional.of(misread));
    }

    /** A text; an empty one is none. */
    public Optional<String> text(String name) {
        var text = Optional.ofNullable(values.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
        if (text.filter(value -> value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            return nothing(name);
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

    /** An amount in kronor, with a comma or a point before its öre. */
    public Optional<Money> amount(String name) {
        return parsed(name, text -> Money.parse(WrittenAmount.decimal(text), KRONOR));
    }

    /** Constants of an enum, with commas between them; none when nothing is said. */
    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        return parsed(
                        name,
                        text -> Arrays.stream(text.split(",", -1))
                                .map(each -> Enum.valueOf(type, each))
                                .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /** A constant of an enum. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return parsed(name, text -> Enum.valueOf(type, text));
    }

    /** {@code limit} and {@code cursor}. */
    public PageRequest page() {
        var limit = parsed("limit", Integer::valueOf);
        return PageRequest.of(limit.orElse(null), values.apply("cursor"));
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (IllegalArgumentException | DateTimeException otherKind) {
            return nothing(name);
        }
    }

    private <T> Optional<T> nothing(String name) {
        forgiving.orElseThrow(() -> invalid(name)).accept(name);
        return Optional.empty();
    }

    private static HttpProblem invalid(String name) {
        return new HttpProblem(BAD_REQUEST, "parameter-invalid", Map.of("parameter", name));
    }
}

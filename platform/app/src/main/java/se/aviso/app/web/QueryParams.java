package se.aviso.app.web;

import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
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
    private final Set<String> said;
    private final Set<String> asked = new HashSet<>();

    private QueryParams(
            Function<String, @Nullable String> values, Optional<Consumer<String>> forgiving, Set<String> said) {
        this.values = values;
        this.forgiving = forgiving;
        this.said = said;
    }

    /** Those of a request. */
    public static QueryParams of(UriInfo uri) {
        var given = uri.getQueryParameters();
        return new QueryParams(given::getFirst, Optional.empty(), given.keySet());
    }

    /** Those of an address that is kept, such as {@code settlement=OPEN&overdue=true}; read as strictly. */
    public static QueryParams of(Map<String, String> given) {
        return new QueryParams(given::get, Optional.empty(), given.keySet());
    }

    /**
     * Answers 400 where something was said that nobody has asked for: a criterion with a slip of the pen would widen
     * what is found.
     */
    public void refuseOthers() {
        said.stream().filter(name -> !asked.contains(name)).sorted().findFirst().ifPresent(name -> {
            throw new HttpProblem(BAD_REQUEST, "criterion-unknown", Map.of("parameter", name));
        });
    }

    /** Those of a page's address: what somebody has typed wrongly there counts as not said. */
    public static QueryParams forgiving(Function<String, Optional<String>> values) {
        return forgiving(values, name -> {});
    }

    /** The same; each name whose value was not understood is told to the other. */
    public static QueryParams forgiving(Function<String, Optional<String>> values, Consumer<String> misread) {
        return new QueryParams(name -> values.apply(name).orElse(null), Optional.of(misread), Set.of());
    }

    /** A text; an empty one is none. */
    public Optional<String> text(String name) {
        var text = value(name).map(String::strip).filter(value -> !value.isEmpty());
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

    /** Ids with commas between them, so many at most; none when nothing is said. */
    public Set<UUID> uuids(String name, int most) {
        var all = value(name).map(String::strip).filter(text -> !text.isEmpty());
        try {
            var ids = all.stream()
                    .flatMap(text -> Arrays.stream(text.split(",", -1)))
                    .map(UUID::fromString)
                    .collect(Collectors.toUnmodifiableSet());
            return ids.size() > most ? this.<Set<UUID>>nothing(name).orElse(Set.of()) : ids;
        } catch (IllegalArgumentException otherKind) {
            return this.<Set<UUID>>nothing(name).orElse(Set.of());
        }
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

    /** What the reader makes of a text; it answers empty for what is none. */
    public <T> Optional<T> read(String name, Function<String, Optional<T>> reader) {
        return parsed(name, text -> reader.apply(text).orElseThrow(() -> new IllegalArgumentException(name)));
    }

    /** {@code limit} and {@code cursor}. */
    public PageRequest page() {
        var limit = parsed("limit", Integer::valueOf);
        return PageRequest.of(limit.orElse(null), value("cursor").orElse(null));
    }

    private Optional<String> value(String name) {
        asked.add(name);
        return Optional.ofNullable(values.apply(name));
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

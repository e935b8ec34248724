package se.aviso.app.pricing;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.aviso.app.member.MembershipTypeBodies;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.PriceOccasion;
import se.aviso.pricing.PricePart;

/**
 * What a page writes about types and prices, as texts, and their reading into the form of the API. What is no number or
 * day at all is refused here; whether it fits is the use case's question.
 */
final class WrittenFields implements Serializable {
    private final Map<String, @Nullable String> fields = new HashMap<>();

    void put(String field, @Nullable String text) {
        fields.put(field, text);
    }

    /** The fields, for a page to show and to fill. */
    Map<String, @Nullable String> fields() {
        return fields;
    }

    /** A text without blanks around it; a page puts nothing at all where nothing was chosen. */
    String text(String field) {
        return Objects.requireNonNullElse(fields.get(field), "").strip();
    }

    /**
     * A price, whose fields stand behind the prefix.
     *
     * @param group the field of the group, empty for all groups
     */
    MembershipTypeBodies.PriceBody price(String prefix, String group) {
        var faults = new ArrayList<Fault>();
        var from = read(prefix + "from", "field-invalid", LocalDate::parse, LocalDate.EPOCH, faults);
        var minAge = read(prefix + "minAge", "bad-ages", Integer::valueOf, 0, faults);
        var maxAge = read(prefix + "maxAge", "bad-ages", Integer::valueOf, 0, faults);
        refuse(faults);
        return new MembershipTypeBodies.PriceBody(
                Optional.empty(),
                from,
                minAge,
                maxAge,
                WrittenAmount.decimal(text(prefix + "amount")),
                Optional.empty(),
                group(text(group)),
                constant(prefix + "part", PricePart.class),
                constant(prefix + "occasion", PriceOccasion.class),
                Optional.empty());
    }

    /** A constant that was chosen; empty where nothing was. */
    <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return Optional.of(text(field)).filter(name -> !name.isEmpty()).map(name -> Enum.valueOf(type, name));
    }

    /** A day. */
    LocalDate day(String field, List<Fault> faults) {
        return read(field, "field-invalid", LocalDate::parse, LocalDate.EPOCH, faults);
    }

    /** A whole number. */
    int number(String field, String code, List<Fault> faults) {
        return read(field, code, Integer::valueOf, 0, faults);
    }

    /** Refuses when something was wrong. */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
    }

    private static Optional<UUID> group(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(id));
    }

    private <T> T read(String field, String code, Function<String, T> parser, T otherwise, List<Fault> faults) {
        try {
            return parser.apply(text(field));
        } catch (DateTimeException | NumberFormatException other) {
            faults.add(new Fault(code, "/" + field.replace('-', '/'), Map.of()));
            return otherwise;
        }
    }
}

package se.aviso.group;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.aviso.kernel.GroupId;
import se.aviso.wording.PaperKind;

/**
 * How one kind of a group's documents looks: page, colour, logo and the ways to pay at its foot, each with the group
 * that set it. A part that nobody on the way up has set is the product's own.
 *
 * <p>The nearest group goes first, whatever it has set a part for; of one group, what it has set for the kind goes
 * before what it has set for all kinds. A club that sets its own logo has it on everything that it sends, though the
 * federation has chosen another for reminders.
 */
public record PaperLook(Map<BillingField, Origin> parts) {
    /** What a look is made of. */
    public static final Set<BillingField> PARTS =
            Set.of(BillingField.TEMPLATE, BillingField.ACCENT, BillingField.LOGO, BillingField.SLIP, BillingField.QR);

    public PaperLook {
        parts = Map.copyOf(parts);
    }

    /**
     * For what a part is set.
     *
     * @param kind of documents; empty for all kinds
     */
    public record Place(Optional<PaperKind> kind, BillingField part) {
        /** @throws IllegalArgumentException when it is no part of a look */
        public Place {
            if (!PARTS.contains(part)) {
                throw new IllegalArgumentException("no part of a look: " + part);
            }
        }

        /** For all kinds. */
        public Place(BillingField part) {
            this(Optional.empty(), part);
        }
    }

    /** A value, the group that has set it, and for which kind; empty where it is for all. */
    public record Origin(String value, GroupId group, Optional<PaperKind> kind) {}

    /** What one group has set, in one version; a blank value is none, and so never hides an ancestor's. */
    public record Own(UUID version, GroupId group, Map<Place, String> values) {
        public Own {
            values = values.entrySet().stream()
                    .filter(value -> !value.getValue().isBlank())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private Optional<Origin> origin(Optional<PaperKind> kind, BillingField part) {
            return at(kind, part).or(() -> at(Optional.empty(), part));
        }

        private Optional<Origin> at(Optional<PaperKind> kind, BillingField part) {
            return Optional.ofNullable(values.get(new Place(kind, part))).map(value -> new Origin(value, group, kind));
        }
    }

    /**
     * The look of a kind of the documents of the last group of the chain.
     *
     * @param chain from the root of the tree down to the group itself; those who have set nothing may be left out
     */
    public static PaperLook inherited(PaperKind kind, List<Own> chain) {
        return inherited(Optional.of(kind), chain);
    }

    /** The look of the kinds for which nobody has set anything. */
    public static PaperLook ofAllKinds(List<Own> chain) {
        return inherited(Optional.empty(), chain);
    }

    private static PaperLook inherited(Optional<PaperKind> kind, List<Own> chain) {
        var parts = new EnumMap<BillingField, Origin>(BillingField.class);
        for (var own : chain) {
            PARTS.forEach(part -> own.origin(kind, part).ifPresent(origin -> parts.put(part, origin)));
        }
        return new PaperLook(parts);
    }

    /** The values that somebody has set. */
    public Map<BillingField, String> values() {
        var values = new EnumMap<BillingField, String>(BillingField.class);
        parts.forEach((part, origin) -> values.put(part, origin.value()));
        return values;
    }
}

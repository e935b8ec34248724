package se.aviso.group;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.PlusgiroNumber;

/**
 * Who is paid (betalningsmottagare): name, numbers, accounts, logo, template; each field with the group that set it.
 *
 * <p>A group's own name stands in where nobody on the way up has set one.
 */
public record BillingIdentity(Map<BillingField, Origin> fields) {
    public BillingIdentity {
        fields = Map.copyOf(fields);
    }

    /** A value, the group that it comes from, and how deep in the tree that group stands. */
    public record Origin(String value, GroupId group, int depth) {}

    /** What one group sets for itself; a blank value is none, and so never hides an ancestor's. */
    public record Own(GroupId group, Map<BillingField, String> values) {
        public Own {
            values = values.entrySet().stream()
                    .filter(value -> !value.getValue().isBlank())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /**
     * The identity of the last group of the chain.
     *
     * @param chain from the root of the tree down to the group itself
     */
    public static BillingIdentity inherited(List<Own> chain) {
        var fields = new EnumMap<BillingField, Origin>(BillingField.class);
        for (var depth = 0; depth < chain.size(); depth++) {
            var own = chain.get(depth);
            for (var entry : own.values().entrySet()) {
                fields.put(entry.getKey(), new Origin(entry.getValue(), own.group(), depth));
            }
        }
        return new BillingIdentity(fields);
    }

    /**
     * The identity that stands on documents of the last group of the chain: who sells is one group, the one whose giro
     * number it is, with that group's name, address and numbers; only look, logo and answer address are the nearest.
     *
     * <p>Ways to pay belong together: a Swish number of another group than the giro number's would lead the money
     * astray.
     *
     * @param chain from the root of the tree down to the group itself
     */
    public static BillingIdentity onDocuments(List<Own> chain) {
        var nearest = inherited(chain);
        var giro = nearest.giroField();
        if (giro.isEmpty()) {
            return nearest;
        }
        var depth = nearest.depth(giro.get());
        var seller = inherited(chain.subList(0, depth + 1));
        var fields = new EnumMap<BillingField, Origin>(BillingField.class);
        for (var field : BillingField.values()) {
            var origin = switch (field) {
                case LOGO, TEMPLATE, ACCENT, SLIP, QR, REPLY_TO -> nearest.origin(field);
                case NAME, STREET, POSTAL_CODE, CITY, ORGANISATION_NUMBER, VAT_NUMBER -> seller.origin(field);
                case BANKGIRO, PLUSGIRO, IBAN, SWISH -> seller.origin(field).filter(own -> own.depth() == depth);
            };
            origin.ifPresent(value -> fields.put(field, value));
        }
        return new BillingIdentity(fields);
    }

    /** The value of a field, own or inherited. */
    public Optional<String> value(BillingField field) {
        return origin(field).map(Origin::value);
    }

    /** True when the field has a value, own or inherited. */
    public boolean has(BillingField field) {
        return fields.containsKey(field);
    }

    /** The value of a field, or an empty text. */
    public String text(BillingField field) {
        return value(field).orElse("");
    }

    /** The giro number that members pay to: the nearest group's; of one group the bankgiro before the plusgiro. */
    public Optional<GiroNumber> giro() {
        return giroField()
                .map(field -> field == BillingField.BANKGIRO
                        ? GiroNumber.of(new BankgiroNumber(text(field)))
                        : GiroNumber.of(new PlusgiroNumber(text(field))));
    }

    /**
     * The seller: the legal person whose organisation number stands on the document; number series and ledger are its
     * own, whichever of its accounts the money goes to. Where nobody on the way up has one, the giro number's group.
     *
     * <p>A legal person numbers its invoices in series that tell each apart (ML 2023:200, 17 kap. 24 §): two groups
     * that sell under one organisation number share its series.
     */
    public Optional<GroupId> seller() {
        return giroField()
                .map(giro -> origin(BillingField.ORGANISATION_NUMBER)
                        .filter(legal -> legal.depth() <= depth(giro))
                        .or(() -> origin(giro))
                        .orElseThrow()
                        .group());
    }

    /** The group whose giro number members pay to. */
    public Optional<GroupId> giroOrigin() {
        return giroField().flatMap(this::origin).map(Origin::group);
    }

    private Optional<BillingField> giroField() {
        return Stream.of(BillingField.PLUSGIRO, BillingField.BANKGIRO)
                .filter(fields::containsKey)
                .reduce((nearest, other) -> depth(other) >= depth(nearest) ? other : nearest);
    }

    private int depth(BillingField field) {
        return origin(field).map(Origin::depth).orElse(-1);
    }

    private Optional<Origin> origin(BillingField field) {
        return Optional.ofNullable(fields.get(field));
    }
}

package se.aviso.accounting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.aviso.kernel.Money;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.PostedPart.Origin;

/**
 * The lines of a document that a posting may have come of: where they come to its amount to the öre, it is told line by
 * line; else as a whole, of which is known what all lines have in common.
 */
public record PostedLines(List<Line> lines) {
    public PostedLines {
        lines = List.copyOf(lines);
    }

    /**
     * A line on the posting's account.
     *
     * @param net what it claims, without tax and without other groups' shares
     */
    public record Line(Money net, Origin origin) {}

    /** The parts of the posting; their amounts come to its own. */
    public List<PostedPart> parts(PostedPart whole) {
        var sum = lines.stream().map(Line::net).reduce(Money.zero(whole.amount().currency()), Money::plus);
        if (lines.isEmpty() || sum.isZero()) {
            return List.of(common(whole));
        }
        var credited = sum.equals(whole.amount().negated());
        if (!credited && !sum.equals(whole.amount())) {
            return List.of(common(whole));
        }
        return lines.stream()
                .filter(line -> !line.net().isZero())
                .map(line -> part(whole, credited ? line.net().negated() : line.net(), line.origin()))
                .toList();
    }

    private PostedPart common(PostedPart whole) {
        var groups = common(Origin::groups).orElse(whole.origin().groups());
        var origin = new Origin(
                groups,
                common(Origin::membershipType).orElse(""),
                common(Origin::product).orElse(""),
                common(Origin::vat).flatMap(vat -> vat),
                common(Origin::period).flatMap(period -> period),
                whole.origin().ruledOn());
        return part(whole, whole.amount(), origin);
    }

    private <T> Optional<T> common(Function<Origin, T> fact) {
        var found = lines.stream().map(Line::origin).map(fact).distinct().toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Which day's rules hold, the entry says and not the line. */
    private static PostedPart part(PostedPart whole, Money amount, Origin of) {
        var origin = new Origin(
                of.groups(),
                of.membershipType(),
                of.product(),
                of.vat(),
                of.period(),
                whole.origin().ruledOn());
        return new PostedPart(
                whole.voucher(), whole.day(), whole.kind(), whole.role(), whole.account(), amount, origin);
    }
}

package se.aviso.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.kernel.Money;
import se.aviso.pricing.Explanation;
import se.aviso.pricing.Place;
import se.aviso.pricing.Price;
import se.aviso.share.Share;

/**
 * The most that the fees of a family come to, entry fees apart, in one invoice or in several: what is above it is taken
 * off on a line of its own.
 *
 * @param place of the family's members
 * @param before what the family was billed for the same time already, by other documents
 */
public record FamilyCap(Price most, Place place, Money before) {
    /** The line that takes off; empty where the fees are not above the cap. Its shares are split like the fees'. */
    Optional<InvoiceLine> line(
            List<MembershipBilling.Part> parts, List<InvoiceLine> lines, MembershipBilling.Seller seller) {
        var fees = Money.ore(0);
        var shares = new ArrayList<Share>();
        for (var line : lines) {
            if (FamilyBill.isFee(line.what().kind())) {
                fees = fees.plus(line.amount());
                line.basis().shares().forEach(share -> Share.add(shares, share));
            }
        }
        var above = fees.plus(before).minus(most.amount());
        var over = above.compareTo(fees) > 0 ? fees : above;
        if (!over.isPositive()) {
            return Optional.empty();
        }
        var terms = parts.get(0).terms();
        var why = Explanation.NONE.and(
                Explanation.Rule.FAMILY_CAP,
                most.validFrom().toString(),
                place.nameOf(most.groupPath()),
                most.amount().toDecimal(),
                Integer.toString(parts.size()),
                before.toDecimal());
        var basis = new InvoiceLine.Basis(
                MembershipBilling.soldBy(why, terms.charging().billedBy(), seller),
                Share.split(over.negated(), shares, fees));
        var text = new InvoiceLine.Text(InvoiceLine.Kind.DISCOUNT, terms.words().familyCap());
        return Optional.of(new InvoiceLine(text, 1, over.negated(), terms.line(), Optional.empty(), basis));
    }
}

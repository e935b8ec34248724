package se.aviso.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/**
 * What groups have earned of a claim: their shares of what was paid. The seller owes what came in, never what is still
 * out; what is paid back is owed back.
 *
 * @param claimed what the document amounts to
 * @param credited what credit notes took off it
 * @param received what payments have settled, of which more than is left of the claim is nobody's share
 */
public record EarnedShares(Money claimed, Money credited, Money received) {
    /**
     * What is earned by now. Of a claim that is partly paid each group has earned in proportion (largest remainder), of
     * one that is paid in full its share to the öre.
     *
     * @param shares what each group has of the whole claim; one entry a group, together at most the claim
     * @param taken what credit notes have taken off each share; at most the share
     */
    public List<Share> of(List<Share> shares, Map<GroupId, Money> taken) {
        var left = claimed.minus(credited);
        var paid = received.min(left);
        if (!paid.isPositive()) {
            return List.of();
        }
        var still = new ArrayList<Share>();
        for (var share : shares) {
            var off = taken.getOrDefault(share.group(), Money.zero(claimed.currency()));
            var amount = share.amount().minus(off);
            if (amount.isPositive()) {
                still.add(new Share(share.group(), amount));
            }
        }
        var sum = still.stream().map(Share::amount).reduce(Money.zero(claimed.currency()), Money::plus);
        if (sum.compareTo(left) > 0) {
            return Share.split(paid, still, sum); // a line was credited and the discount on it was not
        }
        return paid.equals(left) ? List.copyOf(still) : Share.split(paid, still, left);
    }

    /**
     * What is to be booked so that what is earned stands in the books: by group, above nothing or below, none of
     * nothing.
     */
    public static List<Share> changes(List<Share> booked, List<Share> earned) {
        var differences = new LinkedHashMap<GroupId, Money>();
        earned.forEach(share -> differences.merge(share.group(), share.amount(), Money::plus));
        booked.forEach(share -> differences.merge(share.group(), share.amount().negated(), Money::plus));
        return differences.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(entry -> new Share(entry.getKey(), entry.getValue()))
                .toList();
    }
}

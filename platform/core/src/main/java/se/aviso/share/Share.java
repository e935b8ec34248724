package se.aviso.share;

import java.util.ArrayList;
import java.util.List;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;

/**
 * So much of a claim is a group's, and not the seller's.
 *
 * @param amount in whole öre, tax included; negative on a line that takes off
 */
public record Share(GroupId group, Money amount) {
    /**
     * An amount split by the weights of others' shares and of a rest that is the seller's: no öre is lost, the largest
     * remainders get the öre that are left over.
     *
     * @param amount of either sign
     * @param shares what the amount is split like; none negative, and together not more than the whole
     * @param whole what the shares are shares of; above nothing unless the amount is nothing
     * @return the parts of those that get something, in their order; what is missing to the amount is the seller's
     */
    public static List<Share> split(Money amount, List<Share> shares, Money whole) {
        if (shares.isEmpty() || amount.isZero()) {
            return List.of();
        }
        var weights = new long[shares.size() + 1];
        var rest = whole.minorUnits();
        for (var index = 0; index < shares.size(); index++) {
            weights[index] = shares.get(index).amount().minorUnits();
            rest = Math.subtractExact(rest, weights[index]);
        }
        weights[shares.size()] = rest;
        var parts = amount.splitBy(weights);
        var split = new ArrayList<Share>(shares.size());
        for (var index = 0; index < shares.size(); index++) {
            if (!parts.get(index).isZero()) {
                split.add(new Share(shares.get(index).group(), parts.get(index)));
            }
        }
        return List.copyOf(split);
    }

    /** Adds a share to a list that has one for each group. */
    public static void add(List<Share> shares, Share more) {
        for (var index = 0; index < shares.size(); index++) {
            if (shares.get(index).group().equals(more.group())) {
                shares.set(
                        index,
                        new Share(more.group(), shares.get(index).amount().plus(more.amount())));
                return;
            }
        }
        shares.add(more);
    }
}

package se.aviso.pricing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.Money;

/** What periods were billed at, beside what they would have come to by a rule that is tried; summed up by type. */
public final class PriceTrial {
    private PriceTrial() {}

    /**
     * A period that was billed once and is priced again.
     *
     * @param before what it was billed at before anything was taken off; entry fees apart
     * @param after the charge by the rule that is tried, of which the same counts
     */
    public record Tried(MembershipTypeId type, Money before, Charge after) {
        private boolean isPriced() {
            return after instanceof Charge.Priced;
        }

        private Optional<Money> fee() {
            return after instanceof Charge.Priced priced ? Optional.of(priced.fee()) : Optional.empty();
        }
    }

    /**
     * The memberships of a type that get a price, or those that get none.
     *
     * @param changed how many of them come to something else than before
     * @param after empty of those that get no price
     */
    public record Sum(MembershipTypeId type, int memberships, int changed, Money before, Optional<Money> after) {
        private static Sum of(Tried tried) {
            var same = tried.fee().filter(tried.before()::equals).isPresent();
            return new Sum(tried.type(), 1, same ? 0 : 1, tried.before(), tried.fee());
        }

        private Sum plus(Sum other) {
            return new Sum(
                    type,
                    memberships + other.memberships,
                    changed + other.changed,
                    before.plus(other.before),
                    after.map(sum -> sum.plus(other.after.orElseThrow())));
        }
    }

    private record Key(MembershipTypeId type, boolean priced) {}

    /**
     * The sums in which something changes. Of a type those without a price stand apart: what they came to is no part of
     * what the others are compared with.
     */
    public static List<Sum> changes(List<Tried> tried) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        tried.forEach(each -> sums.merge(new Key(each.type(), each.isPriced()), Sum.of(each), Sum::plus));
        return sums.values().stream().filter(sum -> sum.changed() > 0).toList();
    }
}

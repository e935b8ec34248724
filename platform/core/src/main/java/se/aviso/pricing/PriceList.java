package se.aviso.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.aviso.kernel.Money;

/** The prices of one membership type. */
public record PriceList(List<Price> prices) {
    private static final Comparator<Price> NEAREST_GROUP_THEN_NEWEST =
            Comparator.<Price>comparingInt(price -> price.groupPath().length()).thenComparing(Price::validFrom);

    private static final int OLDEST = 150;

    public PriceList {
        prices = List.copyOf(prices);
    }

    /** What a price of the list is on a day. */
    public enum Standing {
        /** Holds from a later day. */
        TO_COME,
        /** Is the price of some age in its group. */
        IN_FORCE,
        /** Newer prices hold for all its ages. */
        REPLACED
    }

    /** What the price is on that day. */
    public Standing standing(Price price, LocalDate day) {
        if (price.validFrom().isAfter(day)) {
            return Standing.TO_COME;
        }
        var holds = IntStream.rangeClosed(price.minAge(), price.maxAge())
                .anyMatch(age -> priceFor(age, price.groupPath(), day)
                        .filter(price::equals)
                        .isPresent());
        return holds ? Standing.IN_FORCE : Standing.REPLACED;
    }

    /** True when the list has a price for anybody on that day. */
    public boolean holdsOn(LocalDate day) {
        return prices.stream().anyMatch(price -> !price.validFrom().isAfter(day));
    }

    /**
     * The price for somebody of that age in that group on that day: the nearest group's, then the newest.
     *
     * @return empty when no price holds; never taken for free
     */
    public Optional<Price> priceFor(int age, String groupPath, LocalDate day) {
        return prices.stream()
                .filter(price -> price.holdsFor(age, groupPath, day))
                .max(NEAREST_GROUP_THEN_NEWEST);
    }

    /** Ages, both included, at which the same amount holds. */
    public record Band(int minAge, int maxAge, Money amount) {
        private Band grownTo(int age) {
            return new Band(minAge, age, amount);
        }
    }

    /** What each age pays in that group on that day, the youngest first; ages without a price are left out. */
    public List<Band> bands(String groupPath, LocalDate day) {
        var bands = new ArrayList<Band>();
        for (var each = 0; each <= OLDEST; each++) {
            var age = each;
            var last = bands.size() - 1;
            priceFor(age, groupPath, day).map(Price::amount).ifPresent(amount -> {
                if (last >= 0 && continues(bands.get(last), age, amount)) {
                    bands.set(last, bands.get(last).grownTo(age));
                } else {
                    bands.add(new Band(age, age, amount));
                }
            });
        }
        return bands;
    }

    private static boolean continues(Band band, int age, Money amount) {
        return band.maxAge() == age - 1 && band.amount().equals(amount);
    }
}

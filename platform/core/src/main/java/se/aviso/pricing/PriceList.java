package se.aviso.pricing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import se.aviso.kernel.Money;

/** The prices of one membership type. */
public record PriceList(List<Price> prices) {
    /** The nearest group's, then the newest, then one that is only for such periods. */
    private static final Comparator<Price> GOES_BEFORE = Comparator.<Price>comparingInt(
                    price -> price.groupPath().length())
            .thenComparing(Price::validFrom)
            .thenComparing(price -> price.use().occasion() != PriceOccasion.ANY);

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
                .anyMatch(age -> priceFor(price.use(), age, price.groupPath(), day)
                        .filter(price::equals)
                        .isPresent());
        return holds ? Standing.IN_FORCE : Standing.REPLACED;
    }

    /** True when the list has a fee for anybody on that day. */
    public boolean holdsOn(LocalDate day) {
        return prices.stream()
                .anyMatch(price -> price.use().part() == PricePart.OWN
                        && !price.validFrom().isAfter(day));
    }

    /**
     * The own fee of any period for somebody of that age in that group on that day.
     *
     * @return empty when no price holds; never taken for free
     */
    public Optional<Price> priceFor(int age, String groupPath, LocalDate day) {
        return priceFor(Price.Use.FEE, age, groupPath, day);
    }

    /**
     * The price for somebody of that age in that group on that day: the nearest group's, then the newest, then one for
     * such periods before one for all.
     *
     * @return empty when no price holds; never taken for free
     */
    public Optional<Price> priceFor(Price.Use use, int age, String groupPath, LocalDate day) {
        var best = Optional.<Price>empty();
        for (var price : prices) {
            var holds = price.use().part() == use.part()
                    && price.use().occasion().covers(use.occasion())
                    && price.holdsFor(age, groupPath, day);
            if (holds && (best.isEmpty() || GOES_BEFORE.compare(price, best.get()) > 0)) {
                best = Optional.of(price);
            }
        }
        return best;
    }

    /** True when somebody in that group pays that part on that day: then a missing price is a gap. */
    public boolean asks(PricePart part, String groupPath, LocalDate day) {
        return prices.stream()
                .anyMatch(price -> price.use().part() == part
                        && groupPath.startsWith(price.groupPath())
                        && !day.isBefore(price.validFrom()));
    }

    /** Ages, both included, at which the same amount holds. */
    public record Band(int minAge, int maxAge, Money amount) {
        private Band grownTo(int age) {
            return new Band(minAge, age, amount);
        }
    }

    /** What each age pays, the youngest first; ages without an amount are left out. */
    public static List<Band> bands(IntFunction<Optional<Money>> amounts) {
        var bands = new ArrayList<Band>();
        for (var each = 0; each <= OLDEST; each++) {
            var age = each;
            var last = bands.size() - 1;
            amounts.apply(age).ifPresent(amount -> {
                if (last >= 0 && continues(bands.get(last), age, amount)) {
                    bands.set(last, bands.get(last).grownTo(age));
                } else {
                    bands.add(new Band(age, age, amount));
                }
            });
        }
        return bands;
    }

    /** What each age pays as the own fee in that group on that day, the youngest first. */
    public List<Band> bands(String groupPath, LocalDate day) {
        return bands(age -> priceFor(age, groupPath, day).map(Price::amount));
    }

    private static boolean continues(Band band, int age, Money amount) {
        return band.maxAge() == age - 1 && band.amount().equals(amount);
    }
}

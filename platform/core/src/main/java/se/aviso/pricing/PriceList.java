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
        REPLACED,
        /** Was ended, and no older one of its group holds instead. */
        ENDED
    }

    /** What the price is on that day. */
    public Standing standing(Price price, LocalDate day) {
        if (price.validFrom().isAfter(day)) {
            return Standing.TO_COME;
        }
        if (price.hasEnded(day)) {
            return Standing.ENDED;
        }
        var holds = IntStream.rangeClosed(price.minAge(), price.maxAge())
                .anyMatch(age -> priceFor(price.use(), age, price.groupPath(), day)
                        .filter(price::equals)
                        .isPresent());
        return holds ? Standing.IN_FORCE : Standing.REPLACED;
    }

    /** True when the list has a fee for anybody on that day. */
    public boolean holdsOn(LocalDate day) {
        return prices.stream().anyMatch(price -> price.use().part() == PricePart.OWN && stands(price, day));
    }

    /** True when it has begun, has not ended, and does not stand behind one of its group that has. */
    private boolean stands(Price price, LocalDate day) {
        return !day.isBefore(price.validFrom())
                && !price.hasEnded(day)
                && prices.stream()
                        .noneMatch(newer -> newer.hasEnded(day)
                                && newer.groupPath().equals(price.groupPath())
                                && newer.use().equals(price.use())
                                && newer.validFrom().isAfter(price.validFrom())
                                && newer.minAge() <= price.minAge()
                                && newer.maxAge() >= price.maxAge());
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
     * such periods before one for all. In the place of one that was ended comes none of its group that is older, for it
     * was replaced; that of a group above may.
     *
     * @return empty when no price holds; never taken for free
     */
    public Optional<Price> priceFor(Price.Use use, int age, String groupPath, LocalDate day) {
        var best = Optional.<Price>empty();
        for (var price : prices) {
            if (concerns(price, use, age, groupPath, day)
                    && (best.isEmpty() || GOES_BEFORE.compare(price, best.get()) > 0)) {
                best = Optional.of(price);
            }
        }
        return best.filter(price -> price.hasEnded(day)).isEmpty() ? best : instead(use, age, groupPath, day);
    }

    private static boolean concerns(Price price, Price.Use use, int age, String groupPath, LocalDate day) {
        return price.use().part() == use.part()
                && price.use().occasion().covers(use.occasion())
                && price.holdsFor(age, groupPath, day);
    }

    /** The price where the first in order has ended: the next that has not, unless it was replaced by one that has. */
    private Optional<Price> instead(Price.Use use, int age, String groupPath, LocalDate day) {
        var inOrder = prices.stream()
                .filter(price -> concerns(price, use, age, groupPath, day))
                .sorted(GOES_BEFORE.reversed())
                .toList();
        var ended = Optional.<Price>empty();
        for (var price : inOrder) {
            if (price.hasEnded(day)) {
                ended = Optional.of(price);
            } else if (ended.filter(before -> before.isNewerBeside(price)).isEmpty()) {
                return Optional.of(price);
            }
        }
        return Optional.empty();
    }

    /** True when somebody in that group pays that part on that day: then a missing price is a gap. */
    public boolean asks(PricePart part, String groupPath, LocalDate day) {
        return prices.stream()
                .anyMatch(price -> price.use().part() == part
                        && groupPath.startsWith(price.groupPath())
                        && !day.isBefore(price.validFrom())
                        && !price.hasEnded(day));
    }

    /** True when no price holds because the one that did was ended: of a part that need not be paid, that is no gap. */
    public boolean wasEnded(Price.Use use, int age, String groupPath, LocalDate day) {
        return priceFor(use, age, groupPath, day).isEmpty()
                && prices.stream().anyMatch(price -> concerns(price, use, age, groupPath, day));
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

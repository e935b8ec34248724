package se.aviso.pricing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The prices of one membership type. */
public record PriceList(List<Price> prices) {
    private static final Comparator<Price> NEAREST_GROUP_THEN_NEWEST =
            Comparator.<Price>comparingInt(price -> price.groupPath().length()).thenComparing(Price::validFrom);

    public PriceList {
        prices = List.copyOf(prices);
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
}

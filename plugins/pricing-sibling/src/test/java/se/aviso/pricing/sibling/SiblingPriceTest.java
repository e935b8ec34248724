package se.aviso.pricing.sibling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.Position.Family;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;
import se.aviso.testkit.pricing.PricePositionContract;

class SiblingPriceTest extends PricePositionContract {
    private static final LocalDate JOINED = LocalDate.of(2027, 1, 4);
    private static final PositionFee OWN = new PositionFee(PositionFee.Part.OWN, Money.ore(30_001));
    private static final PositionFee SHARE = new PositionFee(PositionFee.Part.FEDERATION, Money.ore(5_000));

    @Override
    protected PricePosition pricing() {
        return new SiblingPrice();
    }

    @Test
    void theSecondChildAndThoseAfterItPayHalfOfTheOwnFee() {
        assertThat(fees(10, List.of(40, 12), List.of(), Map.of())).containsExactly(half(), SHARE);
        assertThat(fees(8, List.of(40, 12, 10), List.of(), Map.of())).containsExactly(half(), SHARE);
    }

    @Test
    void theEldestChildAndGrownUpsPayWhatTheListSays() {
        assertThat(fees(12, List.of(40, 18), List.of(10), Map.of())).containsExactly(OWN, SHARE);
        assertThat(fees(40, List.of(17), List.of(12, 10), Map.of())).containsExactly(OWN, SHARE);
        assertThat(fees(18, List.of(17), List.of(), Map.of())).containsExactly(OWN, SHARE);
    }

    @Test
    void oneOfTwinsIsTheElder() {
        assertThat(fees(10, List.of(), List.of(10), Map.of())).containsExactly(OWN, SHARE);
        assertThat(fees(10, List.of(10), List.of(), Map.of())).containsExactly(half(), SHARE);
    }

    @Test
    void howMuchAndUntilWhichAgeIsTheTenants() {
        var settings = Map.of("percent", "100", "under", "21");
        assertThat(fees(19, List.of(20), List.of(), settings))
                .containsExactly(new PositionFee(PositionFee.Part.OWN, Money.ore(0)), SHARE);
    }

    @Test
    void whoBelongsToNoFamilyPaysWhatTheListSays() {
        var alone =
                new Position(new UUID(1, 1), "ar", "Klubb", 10, JOINED, Optional.empty(), true, List.of(OWN, SHARE));
        assertThat(fees(alone, Map.of())).containsExactly(OWN, SHARE);
    }

    private static PositionFee half() {
        return new PositionFee(PositionFee.Part.OWN, Money.ore(15_000));
    }

    private static List<PositionFee> fees(
            int age, List<Integer> older, List<Integer> younger, Map<String, String> settings) {
        var family = Optional.of(new Family(older, younger));
        var position = new Position(
                new UUID(1, 1), "ar", "Klubb", age, JOINED, Optional.empty(), true, List.of(OWN, SHARE), family);
        return fees(position, settings);
    }

    private static List<PositionFee> fees(Position position, Map<String, String> settings) {
        var context = new PluginContext(settings, Clock.systemUTC(), false);
        return ((PricedPosition.Priced)
                        new SiblingPrice().price(List.of(position), context).get(0))
                .fees();
    }
}

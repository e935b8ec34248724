package se.aviso.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;
import se.aviso.testkit.TestContext;

/** What a pricing plugin promises to its host; the test of each extends it. */
public abstract class PricePositionContract {
    private static final int CHUNK = 2_000;
    private static final int THREADS = 8;
    private static final DayRange YEAR = new DayRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));

    /** The plugin under test. */
    protected abstract PricePosition pricing();

    /** The settings that it is to have; none unless said. */
    protected PluginContext context() {
        return TestContext.plain();
    }

    /** The slug of a membership type that it prices. */
    protected String membershipType() {
        return "vuxen";
    }

    @Test
    void theNameIsStable() {
        assertThat(pricing().name()).matches("[A-Z][A-Z_]*").isEqualTo(pricing().name());
    }

    @Test
    void nothingIsAnsweredWithNothing() {
        assertThat(pricing().price(List.of(), context())).isEmpty();
    }

    @Test
    void everyPositionGetsOneAnswerInOrder() {
        var chunk = positions(CHUNK);
        assertThat(pricing().price(chunk, context()))
                .extracting(PricedPosition::id)
                .isEqualTo(chunk.stream().map(Position::id).toList());
    }

    @Test
    void theSamePositionsGetTheSameAnswerAlsoByManyThreads() {
        var chunk = positions(200);
        var once = pricing().price(chunk, context());
        var again = IntStream.range(0, THREADS)
                .parallel()
                .mapToObj(thread -> pricing().price(chunk, context()))
                .toList();
        assertThat(again).allSatisfy(answers -> assertThat(answers).isEqualTo(once));
    }

    @Test
    void aPositionIsPricedWithoutRegardToItsNeighbours() {
        var chunk = positions(20);
        var alone = chunk.stream()
                .flatMap(position -> pricing().price(List.of(position), context()).stream())
                .toList();
        assertThat(pricing().price(chunk, context())).isEqualTo(alone);
    }

    @Test
    void aPriceHasAnOwnFeeEachPartOnceAndAnEntryFeeOnlyAtFirst() {
        var chunk = positions(CHUNK);
        var answers = pricing().price(chunk, context());
        for (var index = 0; index < chunk.size(); index++) {
            if (answers.get(index) instanceof PricedPosition.Priced priced) {
                var parts = priced.fees().stream().map(PositionFee::part).toList();
                assertThat(parts).contains(PositionFee.Part.OWN).doesNotHaveDuplicates();
                assertThat(parts.contains(PositionFee.Part.ENTRY)
                                && !chunk.get(index).first())
                        .isFalse();
                assertThat(priced.reason()).isNotBlank().doesNotContain("\n", "\t");
            }
        }
    }

    /** So many positions of all ages, first and renewed, with and without a listed price. */
    protected final List<Position> positions(int count) {
        var random = new Random(7);
        var positions = new ArrayList<Position>(count);
        for (var index = 0; index < count; index++) {
            var first = random.nextBoolean();
            positions.add(new Position(
                    new UUID(1, index),
                    membershipType(),
                    "Klubb " + random.nextInt(9),
                    random.nextInt(100),
                    YEAR.firstDay().plusDays(random.nextInt(365)),
                    Optional.of(YEAR).filter(days -> random.nextInt(9) > 0),
                    first,
                    listed(random),
                    family(random)));
        }
        return positions;
    }

    private static Optional<Position.Family> family(Random random) {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        var older = random.ints(random.nextInt(3), 0, 80).boxed().toList();
        return Optional.of(new Position.Family(
                older, random.ints(random.nextInt(3), 0, 20).boxed().toList()));
    }

    private static List<PositionFee> listed(Random random) {
        return random.nextInt(10) == 0
                ? List.of()
                : List.of(new PositionFee(PositionFee.Part.OWN, Money.ore(random.nextInt(100_000))));
    }
}

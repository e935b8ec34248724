package se.aviso.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import se.aviso.app.plugin.PluginHost;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.Money;
import se.aviso.pricing.PluginPrice;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

class PricePluginsTest {
    private static final Position ONE = position(1);
    private static final Position TWO = position(2);

    @Test
    void eachMembershipGetsWhatThePluginSaid() {
        var said = asked(chunk -> chunk.stream().map(PricePluginsTest::priced).toList());
        assertThat(said).containsOnlyKeys(new MembershipId(ONE.id()), new MembershipId(TWO.id()));
    }

    @Test
    void anAnswerThatIsShortPricesNobody() {
        assertPricesNobody(asked(chunk -> List.of(priced(chunk.get(0)))));
    }

    @Test
    void anAnswerInAnotherOrderPricesNobody() {
        assertPricesNobody(asked(chunk -> List.of(priced(chunk.get(1)), priced(chunk.get(0)))));
    }

    @Test
    void aPluginThatFailsPricesNobody() {
        assertPricesNobody(asked(chunk -> {
            throw new IllegalStateException("broken");
        }));
    }

    @Test
    void aPluginThatDoesNotComeToAnEndHoldsNobody() {
        var never = new CountDownLatch(1);
        var said = ask(
                List.of(new Scripted(chunk -> {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                })),
                Duration.ofMillis(50));
        assertPricesNobody(said);
    }

    @Test
    void aPluginThatIsNotThereIsAskedNothing() {
        assertPricesNobody(ask(List.of(), Duration.ofMinutes(1)));
    }

    private static void assertPricesNobody(Map<MembershipId, PluginPrice> said) {
        assertThat(said.values()).hasSize(2).allMatch(price -> price.answer().isEmpty());
    }

    private static Map<MembershipId, PluginPrice> asked(Function<List<Position>, List<PricedPosition>> rule) {
        return ask(List.of(new Scripted(rule)), Duration.ofMinutes(1));
    }

    private static Map<MembershipId, PluginPrice> ask(List<PricePosition> installed, Duration limit) {
        var threads = Executors.newSingleThreadExecutor();
        try {
            return plugins(installed, threads).ask(Map.of("EGEN", List.of(ONE, TWO)), limit);
        } finally {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    private static PricePlugins plugins(List<PricePosition> installed, ExecutorService threads) {
        var plugins = new PricePlugins() {
            @Override
            ExecutorService threads() {
                return threads;
            }
        };
        plugins.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        plugins.host = new PluginHost() {
            @Override
            public <T> List<T> extensions(Class<T> kind) {
                return installed.stream().map(kind::cast).toList();
            }
        };
        return plugins;
    }

    private static PricedPosition priced(Position position) {
        var fee = new PositionFee(PositionFee.Part.OWN, Money.kronor(100));
        return new PricedPosition.Priced(position.id(), List.of(fee), "efter inkomst");
    }

    private static Position position(long number) {
        var joined = LocalDate.of(2027, 1, 4);
        return new Position(new UUID(0, number), "vuxen", "Klubben", 40, joined, Optional.empty(), true, List.of());
    }

    /** A plugin that does as it is told. */
    private record Scripted(Function<List<Position>, List<PricedPosition>> rule) implements PricePosition {
        @Override
        public String name() {
            return "EGEN";
        }

        @Override
        public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
            return rule.apply(chunk);
        }
    }
}

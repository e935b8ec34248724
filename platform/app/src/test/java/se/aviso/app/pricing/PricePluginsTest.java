package se.aviso.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.aviso.app.plugin.PluginCalls;
import se.aviso.app.plugin.PluginFailure;
import se.aviso.app.plugin.TenantPlugins;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.Money;
import se.aviso.pricing.PluginPrice;
import se.aviso.spi.PluginContext;
import se.aviso.spi.pricing.Position;
import se.aviso.spi.pricing.PositionFee;
import se.aviso.spi.pricing.PricePosition;
import se.aviso.spi.pricing.PricedPosition;

class PricePluginsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final String OFF = "/2/";
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
    void aPluginThatDoesNotAnswerPricesNobody() {
        assertPricesNobody(asked(chunk -> {
            throw new PluginFailure(PluginFailure.Kind.HUNG, "EGEN");
        }));
    }

    @Test
    void aPluginThatIsNotThereIsAskedNothing() {
        assertPricesNobody(ask(List.of()));
    }

    @Test
    void eachGroupsSettingsAreAskedWithOnceAndGroupsWithoutThePluginAreNotPriced() {
        var contexts = new ArrayList<PluginContext>();
        var rule = new Scripted(
                chunk -> chunk.stream().map(PricePluginsTest::priced).toList(), contexts::add);
        var other = new PriceQuestion(position(3), "/1/2/");
        var off = new PriceQuestion(position(4), OFF);
        var said = plugins(List.of(rule)).ask(Map.of("EGEN", List.of(question(ONE), other, question(TWO), off)));
        assertThat(contexts)
                .extracting(context -> context.setting("of", ""))
                .as("one call for each set of settings")
                .containsExactlyInAnyOrder("/1/", "/1/2/");
        assertThat(said)
                .hasSize(4)
                .allSatisfy((membership, price) -> assertThat(price.answer().isPresent())
                        .isEqualTo(!membership.value().equals(off.position().id())));
    }

    @Test
    void aRuleOnTrialIsAskedWithTheSettingsThatAreTried() {
        var contexts = new ArrayList<PluginContext>();
        var rule = new Scripted(
                chunk -> chunk.stream().map(PricePluginsTest::priced).toList(), contexts::add);
        var trials = plugins(List.of(rule)).trials("egen", Map.of("percent", "25"));
        assertThat(trials).containsOnlyKeys("EGEN");
        assertThat(Objects.requireNonNull(trials.get("EGEN")).price(List.of(ONE, TWO)))
                .extracting(PluginPrice::asked)
                .containsExactly(ONE, TWO);
        assertThat(contexts).containsExactly(new PluginContext(Map.of("percent", "25"), CLOCK, true));
    }

    @Test
    void aRuleOnTrialThatAnswersOtherThanItWasAskedHasFailed() {
        var trials = plugins(List.of(new Scripted(chunk -> List.of(priced(chunk.get(0))))))
                .trials("egen", Map.of());
        var broken = Objects.requireNonNull(trials.get("EGEN"));
        assertThatThrownBy(() -> broken.price(List.of(ONE, TWO))).isInstanceOf(PluginFailure.class);
    }

    private static void assertPricesNobody(Map<MembershipId, PluginPrice> said) {
        assertThat(said.values()).hasSize(2).allMatch(price -> price.answer().isEmpty());
    }

    private static Map<MembershipId, PluginPrice> asked(Function<List<Position>, List<PricedPosition>> rule) {
        return ask(List.of(new Scripted(rule)));
    }

    private static Map<MembershipId, PluginPrice> ask(List<PricePosition> installed) {
        return plugins(installed).ask(Map.of("EGEN", List.of(question(ONE), question(TWO))));
    }

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    private static PricePlugins plugins(List<PricePosition> installed) {
        var plugins = new PricePlugins();
        plugins.plugins = new Installed(installed);
        plugins.calls = new Called();
        plugins.clock = CLOCK;
        return plugins;
    }

    /** What a tenant has, without a tenant. */
    private static final class Installed extends TenantPlugins {
        private final List<PricePosition> all;

        private Installed(List<PricePosition> all) {
            this.all = all;
        }

        @Override
        public <T> List<T> extensions(Class<T> kind) {
            return all.stream().map(kind::cast).toList();
        }

        @Override
        public <T> List<T> installedOf(String plugin, Class<T> kind) {
            return extensions(kind);
        }

        /** Each group has settings of its own, and one has not turned it on. */
        @Override
        public <T> List<Part<T>> parts(Object extension, Collection<T> things, Function<T, String> path) {
            return things.stream()
                    .filter(thing -> !path.apply(thing).equals(OFF))
                    .collect(Collectors.groupingBy(path))
                    .entrySet()
                    .stream()
                    .map(part ->
                            new Part<>(new PluginContext(Map.of("of", part.getKey()), CLOCK, false), part.getValue()))
                    .toList();
        }
    }

    /** Calls at once, and fails as calls in a thread of their own do. */
    private static final class Called extends PluginCalls {
        @Override
        public <T> T call(Object extension, Duration limit, Supplier<T> work) {
            try {
                return work.get();
            } catch (IllegalStateException | IllegalArgumentException failed) {
                throw new PluginFailure(PluginFailure.Kind.FAILED, "EGEN", failed);
            }
        }

        @Override
        public <T> T callOnTrial(Object extension, Duration limit, Supplier<T> work) {
            return call(extension, limit, work);
        }
    }

    private static PricedPosition priced(Position position) {
        var fee = new PositionFee(PositionFee.Part.OWN, Money.kronor(100));
        return new PricedPosition.Priced(position.id(), List.of(fee), "efter inkomst");
    }

    private static PriceQuestion question(Position position) {
        return new PriceQuestion(position, "/1/");
    }

    private static Position position(long number) {
        var joined = LocalDate.of(2027, 1, 4);
        return new Position(new UUID(0, number), "vuxen", "Klubben", 40, joined, Optional.empty(), true, List.of());
    }

    /** A plugin that does as it is told. */
    private record Scripted(Function<List<Position>, List<PricedPosition>> rule, Consumer<PluginContext> seen)
            implements PricePosition {
        private Scripted(Function<List<Position>, List<PricedPosition>> rule) {
            this(rule, context -> {});
        }

        @Override
        public String name() {
            return "EGEN";
        }

        @Override
        public List<PricedPosition> price(List<Position> chunk, PluginContext context) {
            seen.accept(context);
            return rule.apply(chunk);
        }
    }
}

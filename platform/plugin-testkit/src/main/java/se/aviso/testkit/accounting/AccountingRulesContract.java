package se.aviso.testkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.DayRange;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;
import se.aviso.testkit.TestContext;

/** What accounting rules promise to their host; the test of each extends it. */
public abstract class AccountingRulesContract {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final int CHUNK = 5_000;
    private static final int THREADS = 8;
    private static final List<String> ROLES = List.of("REVENUE", "RECEIVABLES", "VAT_STANDARD", "BANK");
    private static final List<VatRate> RATES = List.of(VatRate.values());
    private static final List<String> KINDS = List.of("ISSUE", "PAYMENT", "CREDIT");

    /** The plugin under test. */
    protected abstract AccountingRules rules();

    /** The settings that it is to have; none unless said. */
    protected PluginContext context() {
        return TestContext.plain();
    }

    @Test
    void theNameIsStable() {
        assertThat(rules().name()).matches("[A-Z][A-Z0-9_]*").isEqualTo(rules().name());
    }

    @Test
    void nothingIsAnsweredWithNothing() {
        assertThat(rules().rule(List.of(), context())).isEmpty();
    }

    @Test
    void theRowsOfEachPartComeToItsAmountToTheOreAndLaterDaysToNothing() {
        var parts = parts(CHUNK);
        var answers = rules().rule(parts, context());
        assertThat(answers).hasSameSizeAs(parts);
        for (var at = 0; at < parts.size(); at++) {
            requireSound(parts.get(at), answers.get(at));
        }
    }

    private static void requireSound(PostedPart part, List<RuledRow> rows) {
        var days = new TreeMap<LocalDate, Money>();
        rows.forEach(ruled -> days.merge(ruled.day(), ruled.row().amount(), Money::plus));
        assertThat(days.firstKey()).as("%s", part).isEqualTo(part.day());
        assertThat(days.remove(part.day())).as("%s", part).isEqualTo(part.amount());
        assertThat(days.values()).as("%s", part).allMatch(Money::isZero);
        assertThat(rows).allSatisfy(ruled -> {
            assertThat(ruled.row().account()).isBetween(1_000, 9_999);
            assertThat(ruled.row().dimensions()).extracting("number").doesNotHaveDuplicates();
        });
    }

    @Test
    void aPartIsRuledWithoutRegardToItsNeighbours() {
        var parts = parts(50);
        var alone = parts.stream()
                .flatMap(part -> rules().rule(List.of(part), context()).stream())
                .toList();
        assertThat(rules().rule(parts, context())).isEqualTo(alone);
    }

    @Test
    void theSamePartsGetTheSameRowsAlsoByManyThreads() {
        var parts = parts(500);
        var once = rules().rule(parts, context());
        var again = IntStream.range(0, THREADS)
                .parallel()
                .mapToObj(thread -> rules().rule(parts, context()))
                .toList();
        assertThat(again).allSatisfy(answer -> assertThat(answer).isEqualTo(once));
    }

    /** So many parts of all kinds, debits and credits, with and without a line behind. */
    protected final List<PostedPart> parts(int count) {
        var random = new Random(17);
        var parts = new ArrayList<PostedPart>(count);
        for (var index = 0; index < count; index++) {
            var ore = random.nextInt(2_000_000) - 1_000_000L;
            parts.add(new PostedPart(
                    new UUID(4, index),
                    FIRST.plusDays(random.nextInt(365)),
                    KINDS.get(random.nextInt(KINDS.size())),
                    ROLES.get(random.nextInt(ROLES.size())),
                    1_500 + random.nextInt(2_500),
                    Money.ore(ore == 0 ? 1 : ore),
                    origin(random)));
        }
        return parts;
    }

    private static PostedPart.Origin origin(Random random) {
        var groups =
                List.of("forbund", "distrikt", "klubb-" + random.nextInt(9)).subList(0, 1 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            return PostedPart.Origin.of(groups);
        }
        var first = FIRST.plusDays(random.nextInt(400) - 200L);
        var period = new DayRange(first, first.plusDays(random.nextInt(3_650)));
        return new PostedPart.Origin(
                groups,
                random.nextBoolean() ? "ar" : "",
                random.nextInt(4) == 0 ? "T-" + random.nextInt(5) : "",
                Optional.of(RATES.get(random.nextInt(RATES.size()))),
                Optional.of(period).filter(days -> random.nextInt(4) > 0));
    }
}

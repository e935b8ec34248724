package se.aviso.testkit.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines;
import se.aviso.testkit.TestContext;

/** What a summary plugin promises to its host; the test of each extends it. */
public abstract class InvoiceSummaryContract {
    private static final int CHUNK = 500;
    private static final int THREADS = 8;
    private static final List<String> DOCUMENTS = List.of("FIRST", "RENEWAL", "OFFER", "ONE_OFF");

    /** The plugin under test. */
    protected abstract InvoiceSummary summary();

    /** The settings that it is to have; none unless said. */
    protected PluginContext context() {
        return TestContext.plain();
    }

    @Test
    void theNameIsStable() {
        assertThat(summary().name()).matches("[A-Z][A-Z_]*").isEqualTo(summary().name());
    }

    @Test
    void theKindsOfDocumentsThatItArrangesAreKnown() {
        assertThat(summary().documents(context())).isSubsetOf(DOCUMENTS);
    }

    @Test
    void nothingIsAnsweredWithNothing() {
        assertThat(summary().summarise(List.of(), context())).isEmpty();
    }

    @Test
    void everyInvoiceGetsOneAnswerInOrder() {
        var chunk = invoices(CHUNK);
        assertThat(summary().summarise(chunk, context()))
                .extracting(SummarisedLines::id)
                .isEqualTo(chunk.stream().map(InvoiceLines::id).toList());
    }

    @Test
    void noRateSellsMoreOrLessThanBefore() {
        var chunk = invoices(CHUNK);
        var answers = summary().summarise(chunk, context());
        for (var index = 0; index < chunk.size(); index++) {
            var rows = answers.get(index).rows().stream()
                    .filter(SummarisedLines.LineRow.class::isInstance)
                    .map(row -> ((SummarisedLines.LineRow) row).line())
                    .toList();
            assertThat(byRate(rows)).isEqualTo(byRate(chunk.get(index).lines()));
        }
    }

    @Test
    void aSubtotalIsTheSumOfTheLinesAboveIt() {
        for (var answer : summary().summarise(invoices(CHUNK), context())) {
            var sum = Money.ore(0);
            for (var row : answer.rows()) {
                if (row instanceof SummarisedLines.LineRow line) {
                    sum = sum.plus(line.line().amount());
                } else if (row instanceof SummarisedLines.Subtotal subtotal) {
                    assertThat(subtotal.amount()).isEqualTo(sum);
                    sum = Money.ore(0);
                }
            }
        }
    }

    @Test
    void theSameInvoicesGetTheSameAnswerAlsoByManyThreads() {
        var chunk = invoices(50);
        var once = summary().summarise(chunk, context());
        var again = IntStream.range(0, THREADS)
                .parallel()
                .mapToObj(thread -> summary().summarise(chunk, context()))
                .toList();
        assertThat(again).allSatisfy(answers -> assertThat(answers).isEqualTo(once));
    }

    /** So many invoices of one to nine lines, families with several names and lines that take off among them. */
    protected final List<InvoiceLines> invoices(int count) {
        var random = new Random(11);
        var invoices = new ArrayList<InvoiceLines>(count);
        for (var index = 0; index < count; index++) {
            var lines = new ArrayList<InvoiceLines.Line>();
            for (var line = 0; line < 1 + random.nextInt(9); line++) {
                lines.add(line(random));
            }
            var language = random.nextBoolean() ? "sv" : "en";
            var document = DOCUMENTS.get(index % DOCUMENTS.size());
            invoices.add(new InvoiceLines(new UUID(2, index), language, document, lines));
        }
        return invoices;
    }

    private static InvoiceLines.Line line(Random random) {
        var off = random.nextInt(5) == 0;
        var kind = off
                ? "DISCOUNT"
                : List.of("MEMBERSHIP", "PRODUCT", "FREE", "ENTRY_FEE").get(random.nextInt(4));
        var unit = Money.ore(1 + random.nextInt(50_000)).times(off ? -1 : 1);
        var rates = VatRate.values();
        return new InvoiceLines.Line(
                kind, "Rad " + random.nextInt(3), "", 1 + random.nextInt(3), unit, rates[random.nextInt(rates.length)]);
    }

    private static Map<VatRate, Money> byRate(List<InvoiceLines.Line> lines) {
        var sums = new EnumMap<VatRate, Money>(VatRate.class);
        lines.forEach(line -> sums.merge(line.vat(), line.amount(), Money::plus));
        return sums;
    }
}

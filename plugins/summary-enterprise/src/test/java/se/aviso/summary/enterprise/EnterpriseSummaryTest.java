package se.aviso.summary.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.PluginContext;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.InvoiceLines.Line;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.spi.summary.SummarisedLines.LineRow;
import se.aviso.spi.summary.SummarisedLines.Row;
import se.aviso.spi.summary.SummarisedLines.Subtotal;
import se.aviso.testkit.TestContext;
import se.aviso.testkit.summary.InvoiceSummaryContract;

class EnterpriseSummaryTest extends InvoiceSummaryContract {
    private static final Line FEE = line("MEMBERSHIP", "Vuxen", 1, 300);
    private static final Line SHIRT = line("PRODUCT", "Tröja", 2, 150);
    private static final Line OFF = line("DISCOUNT", "Syskon", 1, -50);

    @Override
    protected InvoiceSummary summary() {
        return new EnterpriseSummary();
    }

    @Override
    protected PluginContext context() {
        return TestContext.with(Map.of(
                "order", "DISCOUNT, MEMBERSHIP, NONE",
                "subtotals", "DISCOUNT+MEMBERSHIP=Summa medlemskap\nPRODUCT = Summa varor",
                "explanations", "DISCOUNT=Enligt stämman"));
    }

    @Test
    void linesStandInTheCustomersOrderWithTheirSums() {
        assertThat(rows(context(), SHIRT, FEE, OFF))
                .containsExactly(
                        new LineRow(
                                new Line("DISCOUNT", "Syskon", "Enligt stämman", 1, Money.kronor(-50), VatRate.EXEMPT)),
                        new LineRow(FEE),
                        new Subtotal("Summa medlemskap", Money.kronor(250)),
                        new LineRow(SHIRT),
                        new Subtotal("Summa varor", Money.kronor(300)));
    }

    /** A sum has the name of what is summed: fees less a discount are no "Summa rabatt". */
    @Test
    void aSumOfAKindIsOfItsLinesAlone() {
        var sums = TestContext.with(Map.of("subtotals", "DISCOUNT=Summa rabatt"));
        assertThat(rows(sums, FEE, OFF)).containsExactly(new LineRow(FEE), new LineRow(OFF));
        assertThat(rows(sums, OFF)).endsWith(new Subtotal("Summa rabatt", Money.kronor(-50)));
        var both = TestContext.with(Map.of("subtotals", "MEMBERSHIP=Summa medlemskap\nDISCOUNT=Summa rabatt"));
        assertThat(rows(both, FEE, OFF))
                .containsExactly(
                        new LineRow(FEE),
                        new Subtotal("Summa medlemskap", Money.kronor(300)),
                        new LineRow(OFF),
                        new Subtotal("Summa rabatt", Money.kronor(-50)));
    }

    @Test
    void aSumOfSeveralKindsStandsBelowTheLastOfThem() {
        var sums = TestContext.with(Map.of(
                "order", "MEMBERSHIP, DISCOUNT, PRODUCT",
                "subtotals", "MEMBERSHIP + DISCOUNT=Efter rabatt\nOFFER/MEMBERSHIP+DISCOUNT="));
        assertThat(rows(sums, FEE, SHIRT, OFF))
                .containsExactly(
                        new LineRow(FEE),
                        new LineRow(OFF),
                        new Subtotal("Efter rabatt", Money.kronor(250)),
                        new LineRow(SHIRT));
        assertThat(rows(sums, FEE, SHIRT))
                .containsExactly(new LineRow(FEE), new Subtotal("Efter rabatt", Money.kronor(300)), new LineRow(SHIRT));
        assertThat(rows(sums, "OFFER", FEE, OFF)).containsExactly(new LineRow(FEE), new LineRow(OFF));
    }

    @Test
    void linesThatOnlySaySomethingAreInNobodysWay() {
        var sums = TestContext.with(
                Map.of("order", "TEXT, MEMBERSHIP", "subtotals", "MEMBERSHIP=Summa medlemskap\nTEXT=Summa ord"));
        var words = line("TEXT", "Välkommen", 1, 0);
        assertThat(rows(sums, FEE, words))
                .containsExactly(
                        new LineRow(words), new LineRow(FEE), new Subtotal("Summa medlemskap", Money.kronor(300)));
    }

    @Test
    void equalLinesAreOne() {
        assertThat(rows(TestContext.plain(), FEE, SHIRT, FEE))
                .containsExactly(new LineRow(line("MEMBERSHIP", "Vuxen", 2, 300)), new LineRow(SHIRT));
    }

    @Test
    void whatIsCountedIsSaidOfMergedLinesToo() {
        var boxes = new Line("PRODUCT", "Bollar", "", 2, Money.kronor(90), VatRate.STANDARD, "kartong");
        var pieces = new Line("PRODUCT", "Bollar", "", 2, Money.kronor(90), VatRate.STANDARD, "st");
        assertThat(rows(TestContext.plain(), boxes, pieces, boxes))
                .containsExactly(
                        new LineRow(
                                new Line("PRODUCT", "Bollar", "", 4, Money.kronor(90), VatRate.STANDARD, "kartong")),
                        new LineRow(pieces));
    }

    @Test
    void equalLinesStayWhereTheCustomerWantsThem() {
        assertThat(rows(TestContext.with(Map.of("merge", "false")), FEE, FEE)).hasSize(2);
    }

    @Test
    void aKindOfLineIsCalledAsTheCustomerWantsAndItsOwnTextStandsBelow() {
        assertThat(rows(TestContext.with(Map.of("names", "DISCOUNT=Rabatt\nMEMBERSHIP=Vuxen")), FEE, OFF))
                .containsExactly(
                        new LineRow(FEE),
                        new LineRow(new Line("DISCOUNT", "Rabatt", "Syskon", 1, Money.kronor(-50), VatRate.EXEMPT)));
    }

    @Test
    void aNameTakesNoNoteAwayAndNoWords() {
        var context = TestContext.with(Map.of("names", "MEMBERSHIP=Medlemskap\nTEXT=Text"));
        var fee = new Line("MEMBERSHIP", "Vuxen", "Klubben", 1, Money.kronor(300), VatRate.EXEMPT);
        var words = line("TEXT", "Välkommen", 1, 0);
        assertThat(rows(context, fee, words))
                .containsExactly(
                        new LineRow(new Line(
                                "MEMBERSHIP", "Medlemskap", "Vuxen · Klubben", 1, Money.kronor(300), VatRate.EXEMPT)),
                        new LineRow(words));
    }

    @Test
    void wordsForAKindOfDocumentGoBeforeThoseForAll() {
        var context = TestContext.with(Map.of(
                "subtotals", "MEMBERSHIP=Summa medlemskap\nOFFER/MEMBERSHIP=Om du förnyar\nONE_OFF/MEMBERSHIP="));
        var sum = Money.kronor(300);
        assertThat(rows(context, "RENEWAL", FEE)).endsWith(new Subtotal("Summa medlemskap", sum));
        assertThat(rows(context, "OFFER", FEE)).endsWith(new Subtotal("Om du förnyar", sum));
        assertThat(rows(context, "ONE_OFF", FEE)).containsExactly(new LineRow(FEE));
    }

    @Test
    void theCustomerSaysWhichDocumentsAreArrangedElseAllAre() {
        assertThat(summary().documents(TestContext.with(Map.of("documents", "RENEWAL , OFFER"))))
                .containsExactlyInAnyOrder("RENEWAL", "OFFER");
        assertThat(summary().documents(TestContext.plain()))
                .containsExactlyInAnyOrder("FIRST", "RENEWAL", "OFFER", "ONE_OFF");
    }

    private static List<Row> rows(PluginContext context, Line... lines) {
        return rows(context, "RENEWAL", lines);
    }

    private static List<Row> rows(PluginContext context, String document, Line... lines) {
        var invoice = new InvoiceLines(new UUID(0, 1), "sv", document, List.of(lines));
        return new EnterpriseSummary()
                .summarise(List.of(invoice), context)
                .get(0)
                .rows();
    }

    private static Line line(String kind, String text, int quantity, long kronor) {
        return new Line(kind, text, "", quantity, Money.kronor(kronor), VatRate.EXEMPT);
    }
}

package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static se.aviso.kernel.Money.kronor;
import static se.aviso.kernel.Money.ore;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

class SummaryCheckTest {
    private static final UUID ID = new UUID(0, 1);
    private static final InvoiceLines INVOICE = new InvoiceLines(
            ID,
            "sv",
            List.of(line(kronor(100), VatRate.EXEMPT), line(kronor(50), VatRate.EXEMPT), line(ore(4), VatRate.LOW)));

    @Test
    void mergedLinesOfOneRateHold() {
        assertThat(SummaryCheck.holds(INVOICE, rows(row(kronor(150), VatRate.EXEMPT), row(ore(4), VatRate.LOW))))
                .isTrue();
    }

    @Test
    void anotherTotalIsRefused() {
        assertThat(SummaryCheck.holds(INVOICE, rows(row(kronor(151), VatRate.EXEMPT), row(ore(4), VatRate.LOW))))
                .isFalse();
    }

    @Test
    void theSameTotalAtAnotherRateIsRefused() {
        assertThat(SummaryCheck.holds(INVOICE, rows(row(ore(15_004), VatRate.EXEMPT))))
                .isFalse();
    }

    @Test
    void aSubtotalThatDoesNotAddUpIsRefused() {
        var summary = rows(
                row(kronor(150), VatRate.EXEMPT),
                new SummarisedLines.Subtotal("Delsumma", kronor(149)),
                row(ore(4), VatRate.LOW));
        assertThat(SummaryCheck.holds(INVOICE, summary)).isFalse();
    }

    @Test
    void taxThatRoundingInTheMergedLineWouldChangeIsRefused() {
        var two = new InvoiceLines(ID, "sv", List.of(line(ore(5), VatRate.LOW), line(ore(5), VatRate.LOW)));
        assertThat(SummaryCheck.holds(two, rows(row(ore(10), VatRate.LOW)))).isFalse();
    }

    @Test
    void whatIsWrongIsSaid() {
        var merged = row(kronor(150), VatRate.EXEMPT);
        var low = row(ore(4), VatRate.LOW);
        assertThat(SummaryCheck.fault(INVOICE, rows(merged, low))).isEmpty();
        assertThat(SummaryCheck.fault(INVOICE, rows(merged))).contains(SummaryCheck.Fault.SUM);
        assertThat(SummaryCheck.fault(INVOICE, rows(merged, new SummarisedLines.Subtotal("", ore(1)), low)))
                .contains(SummaryCheck.Fault.SUBTOTAL);
        assertThat(SummaryCheck.fault(INVOICE, new SummarisedLines(new UUID(0, 2), List.of())))
                .contains(SummaryCheck.Fault.OTHER_INVOICE);
        var nothing = new InvoiceLines.Line("FREE", "Rad", "", 0, kronor(1), VatRate.EXEMPT);
        assertThat(SummaryCheck.fault(INVOICE, rows(merged, low, new SummarisedLines.LineRow(nothing))))
                .contains(SummaryCheck.Fault.QUANTITY);
        var two = new InvoiceLines(ID, "sv", List.of(line(ore(5), VatRate.LOW), line(ore(5), VatRate.LOW)));
        assertThat(SummaryCheck.fault(two, rows(row(ore(10), VatRate.LOW)))).contains(SummaryCheck.Fault.TAX);
    }

    private static SummarisedLines rows(SummarisedLines.Row... rows) {
        return new SummarisedLines(ID, List.of(rows));
    }

    private static SummarisedLines.Row row(Money amount, VatRate rate) {
        return new SummarisedLines.LineRow(line(amount, rate));
    }

    private static InvoiceLines.Line line(Money amount, VatRate rate) {
        return new InvoiceLines.Line("MEMBERSHIP", "Rad", "", 1, amount, rate);
    }
}

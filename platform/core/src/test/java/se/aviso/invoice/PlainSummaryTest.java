package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.aviso.spi.summary.InvoiceSummary;
import se.aviso.testkit.TestContext;
import se.aviso.testkit.summary.InvoiceSummaryContract;

class PlainSummaryTest extends InvoiceSummaryContract {
    @Override
    protected InvoiceSummary summary() {
        return new PlainSummary();
    }

    @Test
    void itHoldsWhatTheHostAsksOfEverySummary() {
        var chunk = invoices(200);
        var answers = summary().summarise(chunk, TestContext.plain());
        for (var index = 0; index < chunk.size(); index++) {
            assertThat(SummaryCheck.holds(chunk.get(index), answers.get(index))).isTrue();
        }
    }
}

package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.spi.summary.InvoiceLines;
import se.aviso.spi.summary.SummarisedLines;

class ArrangementTest {
    private static final InvoiceLines RENEWAL = invoice(1, "RENEWAL");
    private static final InvoiceLines OFFER = invoice(2, "OFFER");
    private static final InvoiceLines FIRST = invoice(3, "FIRST");
    private static final InvoiceLines CREDIT_NOTE = invoice(4, "");
    private static final List<InvoiceLines> CHUNK = List.of(RENEWAL, OFFER, FIRST, CREDIT_NOTE);

    @Test
    void onlyTheKindsThatAreArrangedAreAskedAbout() {
        assertThat(Arrangement.asked(CHUNK, Set.of("FIRST", "RENEWAL", ""))).containsExactly(RENEWAL, FIRST);
        assertThat(Arrangement.asked(CHUNK, Set.of())).isEmpty();
    }

    @Test
    void whatHoldsIsArrangedAndAllElseIsPlainForAReason() {
        var asked = List.of(RENEWAL, FIRST);
        var arranged = Arrangement.of(CHUNK, asked, List.of(rows(RENEWAL, 100), rows(FIRST, 101)));
        assertThat(arranged.rows()).isEqualTo(Map.of(RENEWAL.id(), rows(RENEWAL, 100)));
        assertThat(arranged.plain())
                .isEqualTo(Map.of(
                        OFFER.id(),
                        Arrangement.Plain.KIND,
                        CREDIT_NOTE.id(),
                        Arrangement.Plain.KIND,
                        FIRST.id(),
                        Arrangement.Plain.OTHER_SUMS));
    }

    @Test
    @SuppressWarnings("NullAway") // that is what is wrong with it
    void aHoleOrAShortAnswerHarmsNobodyElse() {
        var asked = List.of(RENEWAL, OFFER, FIRST);
        var holes = new ArrayList<>(Arrays.asList(null, rows(OFFER, 100)));
        var arranged = Arrangement.of(asked, asked, holes);
        assertThat(arranged.rows()).containsOnlyKeys(OFFER.id());
        assertThat(arranged.plain())
                .isEqualTo(Map.of(RENEWAL.id(), Arrangement.Plain.NO_ANSWER, FIRST.id(), Arrangement.Plain.NO_ANSWER));
    }

    @Test
    void answersInAnotherOrderAreNone() {
        var asked = List.of(RENEWAL, OFFER);
        var arranged = Arrangement.of(asked, asked, List.of(rows(OFFER, 100), rows(RENEWAL, 100)));
        assertThat(arranged.rows()).isEmpty();
        assertThat(arranged.plain()).containsValues(Arrangement.Plain.NO_ANSWER).hasSize(2);
    }

    @Test
    void onlyWhatThePluginHasDoneWrongIsRefused() {
        assertThat(Arrangement.Plain.KIND.isRefused()).isFalse();
        assertThat(Arrangement.Plain.OTHER_TAX.isRefused()).isTrue();
    }

    private static SummarisedLines rows(InvoiceLines invoice, long kronor) {
        return new SummarisedLines(invoice.id(), List.of(new SummarisedLines.LineRow(line(kronor))));
    }

    private static InvoiceLines invoice(long number, String document) {
        return new InvoiceLines(new UUID(0, number), "sv", document, List.of(line(100)));
    }

    private static InvoiceLines.Line line(long kronor) {
        return new InvoiceLines.Line("MEMBERSHIP", "Rad", "", 1, Money.kronor(kronor), VatRate.EXEMPT);
    }
}

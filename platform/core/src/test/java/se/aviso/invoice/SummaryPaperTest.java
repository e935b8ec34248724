package se.aviso.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryPaperTest {
    @ParameterizedTest
    @CsvSource({
        "CLAIM, FIRST, FIRST",
        "CLAIM, RENEWAL, RENEWAL",
        "CLAIM, ONE_OFF, ONE_OFF",
        "CLAIM, CHARGE,",
        "OFFER, RENEWAL, OFFER",
        "CREDIT_NOTE, RENEWAL,"
    })
    void aDocumentGoesByWhatItIsAndWhyItIsWritten(
            InvoiceKind kind, Occasion occasion, @Nullable SummaryPaper expected) {
        var invoice = new InvoiceDraft(kind, occasion, LocalDate.EPOCH, List.of(InvoiceLine.words("Rad")));
        assertThat(SummaryPaper.of(invoice)).isEqualTo(Optional.ofNullable(expected));
    }
}

package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.group.BillingField;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;
import se.aviso.kernel.OcrReference;
import se.aviso.wording.PaperKind;
import se.aviso.wording.Wording;
import se.aviso.wording.WordingField;

/** Of each kind of document that is sent the message can be seen before anybody is sent it. */
class SampleMailTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final String HOUSE = "https://aviso.example";
    private static final SampleMail.Facts FACTS = new SampleMail.Facts(
            10_001,
            OcrReference.ofSerial(10_001),
            GiroNumber.ofKey("bankgiro:9913328"),
            DAY,
            DAY.plusDays(30),
            Money.kronor(350),
            Money.kronor(60));

    @ParameterizedTest
    @EnumSource(
            names = {"RECEIPT", "STATEMENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void theSampleSaysWhatTheSenderSaysAndNothingIsLeftOpen(PaperKind kind) {
        for (var language : List.of("sv", "en")) {
            var own = new Wording.Mail("Ärendet", "Inledningen", "Slutet", "Förord.");
            var sample = SampleMail.of(kind, FACTS, snapshot(language), HOUSE, own);
            assertThat(sample.subject()).isEqualTo("Ärendet");
            assertThat(sample.text()).contains("Bo Ek", "\n\nInledningen\n\n").endsWith("\n\nSlutet\nKören\n");
            assertThat(sample.sms()).startsWith("Förord. Kören: ");
            assertThat(sample.text() + sample.sms()).doesNotContain("{", "null");
            assertThat(sample.smsParts()).isBetween(1, WordingField.MOST_PARTS);
        }
    }

    @Test
    void aReminderWithAFeeAsksForItToo() {
        assertThat(text(PaperKind.REMINDER1)).contains("350,00 kr");
        assertThat(text(PaperKind.REMINDER2)).contains("410,00 kr");
        assertThat(text(PaperKind.RENEWAL_COVERED)).contains("350,00 kr", "inget att betala");
        assertThat(text(PaperKind.FIRST)).contains(HOUSE + "/public/pay.xhtml?key=");
    }

    @Test
    void whatIsNotSentHasNone() {
        assertThatThrownBy(() -> text(PaperKind.RECEIPT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(PaperKind kind) {
        return SampleMail.of(kind, FACTS, snapshot("sv"), HOUSE, Wording.Mail.NONE)
                .text();
    }

    private static InvoiceSnapshot snapshot(String language) {
        var recipient =
                new InvoiceSnapshot.Recipient("Bo Ek", List.of("Bo Ek"), Optional.empty(), 4711, Optional.empty());
        return new InvoiceSnapshot(Map.of(BillingField.NAME, "Kören"), recipient, language, "Umeå");
    }
}

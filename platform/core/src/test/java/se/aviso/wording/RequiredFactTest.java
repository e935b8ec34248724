package se.aviso.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the law asks for stands on a page, however its lines are broken. */
class RequiredFactTest {
    private static final Map<RequiredFact, List<String>> SAID = Map.of(
            RequiredFact.OCR, List.of("1000123"),
            RequiredFact.VAT, List.of("100,00", "25,00"),
            RequiredFact.NOTICE, List.of("Detta är ett erbjudande, inte en faktura."));

    @Test
    void whatStandsThereIsNotMissedThoughItsLineIsBroken() {
        assertThat(RequiredFact.missing(
                        SAID, "OCR 1000123\nMoms 100,00 25,00 Detta är ett\nerbjudande, inte en faktura."))
                .isEmpty();
    }

    @Test
    void allThatIsMissingIsNamed() {
        assertThat(RequiredFact.missing(SAID, "Moms 100,00"))
                .containsExactly(RequiredFact.VAT, RequiredFact.NOTICE, RequiredFact.OCR);
        assertThat(RequiredFact.OCR.fault()).isEqualTo("page-without-ocr");
        assertThat(RequiredFact.VAT_NOTE.fault()).isEqualTo("page-without-vat-note");
    }

    @Test
    void aNumberWithinAnotherIsNotIt() {
        var number = Map.of(RequiredFact.NUMBER, List.of("10001"));
        assertThat(RequiredFact.missing(number, "OCR 1000145, 210001")).containsExactly(RequiredFact.NUMBER);
        assertThat(RequiredFact.missing(number, "Nr10001OCR 1000145")).isEmpty();
    }

    @Test
    void whatADocumentHasNoneOfIsNotAskedFor() {
        assertThat(RequiredFact.missing(Map.of(), "")).isEmpty();
    }
}

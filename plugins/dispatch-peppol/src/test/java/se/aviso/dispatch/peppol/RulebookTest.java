package se.aviso.dispatch.peppol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.kernel.VatRate;

/** The rules judge: one change of a valid document each, and the rule that it breaks. */
class RulebookTest {
    @ParameterizedTest
    @CsvSource({
        "25</cbc:Percent>, 20</cbc:Percent>, SE-R-006",
        "SE802002123701, SE80200212370, SE-R-001",
        "8020021237</cbc:CompanyID>, 8020021238</cbc:CompanyID>, SE-R-013",
        "1250.00</cbc:PayableAmount>, 1249.00</cbc:PayableAmount>, BR-CO-16",
        "4711 Åsa, '', PEPPOL-EN16931-R003",
        "<cbc:ProfileID>, <cbc:ProfileId>, XSD"
    })
    void aDocumentIsRefusedByTheNameOfTheRuleThatItBreaks(String right, String wrong, String rule)
            throws UnwritableException {
        var facts = SomeFacts.invoice(SomeFacts.registered(), SomeFacts.taxed("Läger", 1, 125_000, VatRate.STANDARD));
        var document = new String(Ubl.of(facts).bytes(), UTF_8);
        assertThat(document).contains(right);

        var changed = document.replace(right, wrong).replace("<cbc:BuyerReference></cbc:BuyerReference>", "");

        assertThat(Rulebook.get().broken(changed.getBytes(UTF_8), false)).contains(rule);
    }

    @Test
    void bytesThatAreNoXmlBreakTheSchema() {
        assertThat(Rulebook.get().broken("no document".getBytes(UTF_8), true)).isNotEmpty();
    }
}

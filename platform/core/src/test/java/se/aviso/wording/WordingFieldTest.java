package se.aviso.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation.Fault;

/** What a group may write on its documents. */
class WordingFieldTest {
    private static final String THERE = "/texts/0/lead";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Välkommen till Umeå Sångkör – så roligt att du är med!",
                "Čáhppes beana, Łódź, Þórr och Çelik",
                "Frågor? Skriv till kassor@exempel.se (eller ring), § 3: 100 % + 5 €.",
                "He said: “it's “fine”, really”…"
            })
    void wordsInLatinLettersCanStand(String text) {
        assertThat(WordingField.LEAD.fault(WordingField.normalised(text), THERE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>Hej</b>", "{{seller.name}}", "Hej 🎉", "Привет", "a\u0007b", "a\u202eb", "[x]", "a\\b"})
    void whatCannotBePrintedOrLooksLikeHtmlIsRefused(String text) {
        assertThat(WordingField.LEAD.fault(WordingField.normalised(text), THERE))
                .map(Fault::code)
                .contains("wording-sign");
    }

    @Test
    void theSignThatCannotBePrintedIsNamed() {
        assertThat(WordingField.LEAD.fault("Hej 🎉", THERE).orElseThrow().facts())
                .containsEntry("sign", "🎉");
    }

    @Test
    void aTextHasAMostLengthCountedAsPeopleCount() {
        for (var field : WordingField.values()) {
            assertThat(field.fault("å".repeat(field.most()), THERE)).isEmpty();
            assertThat(field.fault("å".repeat(field.most() + 1), THERE).orElseThrow())
                    .extracting(Fault::code, Fault::pointer)
                    .containsExactly("wording-long", THERE);
        }
    }

    @Test
    void linesAndBlanksAreDrawnTogetherAndLettersComposed() {
        assertThat(WordingField.normalised("  Hej\r\n\r\n du \t da\u030a ")).isEqualTo("Hej du d\u00e5");
    }
}

package se.aviso.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
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
        assertThat(WordingField.LEAD.fault(text, THERE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>Hej</b>", "{{seller.name}}", "Hej 🎉", "Привет", "a\u0007b", "a\u202eb", "[x]", "a\\b"})
    void whatCannotBePrintedOrLooksLikeHtmlIsRefused(String text) {
        assertThat(WordingField.LEAD.fault(text, THERE)).map(Fault::code).contains("wording-sign");
    }

    @Test
    void theSignThatCannotBePrintedIsNamed() {
        assertThat(WordingField.LEAD.fault("Hej 🎉", THERE).orElseThrow().facts())
                .containsEntry("sign", "🎉");
    }

    @Test
    void aTextHasAMostLengthCountedAsPeopleCount() {
        for (var field : EnumSet.complementOf(EnumSet.of(WordingField.SMS_LEAD))) {
            assertThat(field.fault("å".repeat(field.most()), THERE)).isEmpty();
            assertThat(field.fault("å".repeat(field.most() + 1), THERE).orElseThrow())
                    .extracting(Fault::code, Fault::pointer)
                    .containsExactly("wording-long", THERE);
        }
    }

    @Test
    void linesAndBlanksAreDrawnTogetherAndLettersComposed() {
        assertThat(WordingField.LEAD.normalised("  Hej\r\n\r\n du \t da\u030a "))
                .isEqualTo("Hej du d\u00e5");
    }

    @Test
    void aMailKeepsItsLinesAndAtMostOneEmptyOneBetween() {
        var written = "  Hej! \r\n\r\n \t\n\n Kom  på årsmötet,\rgärna i\u2028tid. \n";
        var kept = "Hej!\n\nKom på årsmötet,\ngärna i\ntid.";
        assertThat(WordingField.MAIL_LEAD.normalised(written)).isEqualTo(kept);
        assertThat(WordingField.MAIL_CLOSING.normalised(kept)).isEqualTo(kept);
        assertThat(WordingField.MAIL_LEAD.fault(written, THERE)).isEmpty();
        assertThat(WordingField.MAIL_LEAD.fault("Hej\n<b>du</b>", THERE))
                .map(Fault::code)
                .contains("wording-sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Avi\nBcc: alla@exempel.se", "Avi\r\nHej", "Avi\rHej", "Avi\n\nHej"})
    void aSubjectStandsOnOneLine(String subject) {
        assertThat(WordingField.MAIL_SUBJECT.fault(subject, THERE))
                .map(Fault::code)
                .contains("wording-line");
        assertThat(WordingField.MAIL_SUBJECT.fault(" Avin för i år \n", THERE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u0085", "\u000b", "\f"})
    void noOtherLineEndComesIntoASubject(String end) {
        assertThat(WordingField.MAIL_SUBJECT.fault("Avi" + end + "Hej", THERE)).isPresent();
    }

    @Test
    void aTextToATelephoneIsRefusedByItsParts() {
        assertThat(WordingField.SMS_LEAD.fault("å".repeat(372), THERE)).isEmpty();
        assertThat(WordingField.SMS_LEAD.fault("å".repeat(373), THERE)).hasValueSatisfying(fault -> {
            assertThat(fault.code()).isEqualTo("wording-parts");
            assertThat(fault.facts()).isEqualTo(Map.of("parts", "5", "most", "4"));
        });
        assertThat(WordingField.SMS_LEAD.fault("Čáhppes beana", THERE)).isEmpty();
        assertThat(WordingField.SMS_LEAD.fault("Årsavgiften – nu är det dags att betala", THERE))
                .hasValueSatisfying(fault -> {
                    assertThat(fault.code()).isEqualTo("wording-parts-sign");
                    assertThat(fault.facts()).containsEntry("sign", "–").containsEntry("parts", "5");
                });
        assertThat(WordingField.SMS_LEAD.fault("", THERE)).isEmpty();
    }

    @Test
    void whatIsNotSentHasNoMessageToWord() {
        assertThat(PaperKind.RECEIPT.fields())
                .containsExactly(WordingField.HEADING, WordingField.LEAD, WordingField.FOOT);
        assertThat(PaperKind.REMINDER2.fields()).containsExactly(WordingField.values());
    }
}

package se.aviso.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.GroupId;

/** The nearest group's text stands on a document, text by text. */
class WordingTest {
    private static final GroupId FEDERATION = new GroupId(UUID.randomUUID());
    private static final GroupId CLUB = new GroupId(UUID.randomUUID());
    private static final Wording.Place HEADING = place(WordingField.HEADING);
    private static final Wording.Place LEAD = place(WordingField.LEAD);
    private static final Wording.Place FOOT = place(WordingField.FOOT);

    @Test
    void eachTextIsThatOfTheNearestGroupThatHasSetIt() {
        var wording = Wording.inherited(List.of(
                own(FEDERATION, Map.of(HEADING, "Hej!", LEAD, "Från förbundet.")),
                own(CLUB, Map.of(LEAD, "Från klubben.", FOOT, "Vi ses."))));
        assertThat(wording.on(PaperKind.FIRST, PaperLanguage.SV))
                .isEqualTo(new Wording.Words("Hej!", "Från klubben.", "Vi ses."));
        assertThat(wording.texts().get(HEADING)).isEqualTo(new Wording.Origin("Hej!", FEDERATION));
        assertThat(wording.texts().get(LEAD)).isEqualTo(new Wording.Origin("Från klubben.", CLUB));
    }

    @Test
    void aBlankTextHidesNothing() {
        var above = own(FEDERATION, Map.of(LEAD, "Från förbundet."));
        var wording = Wording.inherited(List.of(above, own(CLUB, Map.of(LEAD, " "))));
        assertThat(wording.on(PaperKind.FIRST, PaperLanguage.SV).lead()).isEqualTo("Från förbundet.");
    }

    @Test
    void anotherKindAndAnotherLanguageKeepTheProductsOwnWords() {
        var wording = Wording.inherited(List.of(own(CLUB, Map.of(LEAD, "Från klubben."))));
        assertThat(wording.on(PaperKind.FIRST, PaperLanguage.EN)).isEqualTo(Wording.Words.NONE);
        assertThat(wording.on(PaperKind.REMINDER1, PaperLanguage.SV)).isEqualTo(Wording.Words.NONE);
    }

    @Test
    void aMemberOfAnotherLanguageIsWrittenToInSwedish() {
        assertThat(PaperLanguage.of("en")).isEqualTo(PaperLanguage.EN);
        assertThat(PaperLanguage.of("sv")).isEqualTo(PaperLanguage.SV);
        assertThat(PaperLanguage.of("se")).isEqualTo(PaperLanguage.SV);
    }

    private static Wording.Place place(WordingField field) {
        return new Wording.Place(PaperKind.FIRST, PaperLanguage.SV, field);
    }

    private static Wording.Own own(GroupId group, Map<Wording.Place, String> texts) {
        return new Wording.Own(UUID.randomUUID(), group, texts);
    }
}

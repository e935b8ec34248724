package se.aviso.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.dunning.DunningPolicy;
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
        assertThat(wording.on(PaperKind.FIRST, 0, PaperLanguage.SV))
                .isEqualTo(new Wording.Words("Hej!", "Från klubben.", "Vi ses."));
        assertThat(wording.texts().get(HEADING)).isEqualTo(new Wording.Origin("Hej!", FEDERATION));
        assertThat(wording.texts().get(LEAD)).isEqualTo(new Wording.Origin("Från klubben.", CLUB));
    }

    @Test
    void aBlankTextHidesNothing() {
        var above = own(FEDERATION, Map.of(LEAD, "Från förbundet."));
        var wording = Wording.inherited(List.of(above, own(CLUB, Map.of(LEAD, " "))));
        assertThat(wording.on(PaperKind.FIRST, 0, PaperLanguage.SV).lead()).isEqualTo("Från förbundet.");
    }

    @Test
    void anotherKindAndAnotherLanguageKeepTheProductsOwnWords() {
        var wording = Wording.inherited(List.of(own(CLUB, Map.of(LEAD, "Från klubben."))));
        assertThat(wording.on(PaperKind.FIRST, 0, PaperLanguage.EN)).isEqualTo(Wording.Words.NONE);
        assertThat(wording.on(PaperKind.REMINDER1, 0, PaperLanguage.SV)).isEqualTo(Wording.Words.NONE);
    }

    @Test
    void aReminderHasTheTextsOfItsLevelAndElseThoseOfAllLevels() {
        var wording = Wording.inherited(List.of(
                own(
                        FEDERATION,
                        Map.of(reminder(0, WordingField.LEAD), "Alla.", reminder(2, WordingField.LEAD), "Andra.")),
                own(
                        CLUB,
                        Map.of(reminder(0, WordingField.LEAD), "Klubbens.", reminder(3, WordingField.FOOT), "Sist."))));
        assertThat(lead(wording, 1)).as("no text of its own").isEqualTo("Klubbens.");
        assertThat(lead(wording, 2))
                .as("one for the level, though a nearer group says something for all")
                .isEqualTo("Andra.");
        assertThat(wording.on(PaperKind.REMINDER1, 3, PaperLanguage.SV))
                .isEqualTo(new Wording.Words("", "Klubbens.", "Sist."));
        assertThat(lead(wording, DunningPolicy.MOST_LEVELS + 1)).isEqualTo("Klubbens.");
        assertThat(wording.on(PaperKind.REMINDER2, 2, PaperLanguage.SV)).isEqualTo(Wording.Words.NONE);
    }

    @Test
    void onlyRemindersHaveLevelsAndNoMoreThanAPolicyCanHave() {
        assertThat(Wording.has(PaperKind.REMINDER2, DunningPolicy.MOST_LEVELS)).isTrue();
        assertThatThrownBy(() -> reminder(DunningPolicy.MOST_LEVELS + 1, WordingField.LEAD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reminder(-1, WordingField.LEAD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wording.Place(PaperKind.OFFER, 1, PaperLanguage.SV, WordingField.LEAD))
                .isInstanceOf(IllegalArgumentException.class);
        var wording = Wording.inherited(List.of(own(CLUB, Map.of(reminder(4, WordingField.LEAD), "Fjärde."))));
        assertThat(wording.levels(PaperKind.REMINDER1, 2)).containsExactly(0, 1, 2, 3, 4);
        assertThat(wording.levels(PaperKind.REMINDER2, 2)).containsExactly(0, 1, 2);
        assertThat(wording.levels(PaperKind.OFFER, 2)).isEmpty();
    }

    private static String lead(Wording wording, int level) {
        return wording.on(PaperKind.REMINDER1, level, PaperLanguage.SV).lead();
    }

    private static Wording.Place reminder(int level, WordingField field) {
        return new Wording.Place(PaperKind.REMINDER1, level, PaperLanguage.SV, field);
    }

    @Test
    void aMailIsWordedAsItsDocumentIsTextByTextAndLevelByLevel() {
        var wording = Wording.inherited(List.of(
                own(
                        FEDERATION,
                        Map.of(
                                reminder(0, WordingField.MAIL_SUBJECT), "Glömt något?",
                                reminder(2, WordingField.MAIL_CLOSING), "Med hopp",
                                reminder(0, WordingField.SMS_LEAD), "Hej!")),
                own(CLUB, Map.of(reminder(0, WordingField.MAIL_LEAD), "Vi saknar dig."))));
        assertThat(wording.mail(PaperKind.REMINDER1, 1, PaperLanguage.SV))
                .isEqualTo(new Wording.Mail("Glömt något?", "Vi saknar dig.", "", "Hej!"));
        assertThat(wording.mail(PaperKind.REMINDER1, 2, PaperLanguage.SV).closing())
                .isEqualTo("Med hopp");
        assertThat(wording.mail(PaperKind.REMINDER1, 1, PaperLanguage.EN)).isEqualTo(Wording.Mail.NONE);
        assertThat(wording.on(PaperKind.REMINDER1, 1, PaperLanguage.SV)).isEqualTo(Wording.Words.NONE);
        assertThatThrownBy(() -> new Wording.Place(PaperKind.RECEIPT, PaperLanguage.SV, WordingField.MAIL_LEAD))
                .isInstanceOf(IllegalArgumentException.class);
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

package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentData.Kind;
import se.aviso.group.BillingField;
import se.aviso.group.PaperLook;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.Money;
import se.aviso.kernel.VatRate;
import se.aviso.pagewriter.Picture;
import se.aviso.wording.PaperKind;
import se.aviso.wording.Wording;

/** A document looks as the versions that it names say, and else as its seller did. */
class DressedTest {
    private static final UUID VERSION = UUID.randomUUID();
    private static final Picture.Raster LOGO = new Picture.Raster("hash", new byte[] {1});

    @Test
    void theKindsOwnLookIsPutOnItsDocumentsAlone() {
        var shelf = shelf(Map.of(
                reminders(BillingField.TEMPLATE), "kompakt",
                reminders(BillingField.ACCENT), "#8a2f2a",
                reminders(BillingField.LOGO), "hash"));
        var reminder = shelf.on(data(Kind.REMINDER1), List.of(VERSION), Wording.ALL_LEVELS);
        assertThat(reminder.form().look()).isEqualTo(DocumentData.Look.KOMPAKT);
        assertThat(reminder.form().accent()).isEqualTo("#8a2f2a");
        assertThat(reminder.seller().logo()).contains(LOGO);
        assertThat(shelf.on(data(Kind.RECEIPT), List.of(VERSION), Wording.ALL_LEVELS))
                .isEqualTo(data(Kind.RECEIPT));
    }

    @Test
    void aDocumentThatNamesNoLookKeepsItsSellers() {
        var shelf = shelf(Map.of(reminders(BillingField.TEMPLATE), "kompakt"));
        assertThat(shelf.on(data(Kind.REMINDER1), List.of(), Wording.ALL_LEVELS))
                .isEqualTo(data(Kind.REMINDER1));
    }

    @Test
    void aKindCanAskForThePageThatWasDrawn() {
        var shelf = shelf(Map.of(reminders(BillingField.TEMPLATE), BillingField.OWN_LOOK));
        var reminder = shelf.on(data(Kind.REMINDER1), List.of(VERSION), Wording.ALL_LEVELS);
        assertThat(reminder.form().own().wanted()).isTrue();
    }

    private static PaperLook.Place reminders(BillingField part) {
        return new PaperLook.Place(Optional.of(PaperKind.REMINDER1), part);
    }

    private static KeptWords.Shelf shelf(Map<PaperLook.Place, String> looks) {
        var own = new PaperLook.Own(VERSION, new GroupId(UUID.randomUUID()), looks);
        return new KeptWords.Shelf(Map.of(), Map.of(), Map.of(VERSION, own), Map.of("hash", LOGO));
    }

    private static DocumentData data(Kind kind) {
        return new DocumentData(
                Letterhead.form(kind, DocumentData.Language.SV, Map.of(BillingField.TEMPLATE, "klassisk")),
                new Letterhead(Map.of()).seller(Map.of(BillingField.NAME, "Riksförbundet")),
                new DocumentData.Recipient(List.of("Maja Exempelsson"), "1001"),
                new DocumentData.Facts("1", LocalDate.of(2027, 1, 4), Optional.empty(), Optional.empty(), ""),
                List.of(DocumentData.Line.of("Medlemsavgift", "", 1, Money.kronor(300), VatRate.EXEMPT)),
                DocumentData.Sums.NONE,
                Optional.empty(),
                Optional.empty(),
                DocumentData.Wording.NONE);
    }
}

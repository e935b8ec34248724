package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Each reminder of an invoice can say what no other says, and what was sent keeps what it said. */
@OnRunningProduct
class LevelWordsIT extends DunningCase {
    LevelWordsIT(Product product) {
        super(product);
    }

    @Test
    void theFirstReminderAndTheSecondOfOneMemberCarryTextsOfTheirOwn() {
        var place = place();
        var levels = List.of(level(0, "0.00"), level(5, "0.00"));
        set(place, Map.of("levels", levels, "offerLapseAfterDays", 60, "remindOffers", true));
        say(place, 0, text(0, "Vi undrar", "Gäller alla nivåer."), text(2, "Sista brevet", ""));
        var joined = join(place);
        remind(place);
        assertThat(words(reminder(joined, 1)))
                .contains("Vi undrar", "Gäller alla nivåer.")
                .doesNotContain("Sista brevet");

        rows("update reminder set issued_on = issued_on - 9 where invoice_id = '" + joined.invoice() + "' returning 1");
        rows("update invoice set due_on = due_on - 9 where id = '" + joined.invoice() + "' returning 1");
        remind(place);
        var second = reminder(joined, 2);
        assertThat(words(second))
                .contains("Sista brevet", "Gäller alla nivåer.")
                .doesNotContain("Vi undrar");
        say(place, 1, text(2, "Något annat", "Något annat."));
        assertThat(reminder(joined, 2)).isEqualTo(second);
    }

    private void say(Clubs.Place place, int version, Object... texts) {
        office.send(
                        "PUT",
                        "groups/" + place.club() + "/wording",
                        Client.bytes(Map.of("texts", List.of(texts))),
                        "If-Match",
                        "\"" + version + "\"",
                        "Content-Type",
                        "application/json")
                .expect(200);
    }

    private static Object text(int level, String heading, String lead) {
        return level == 0
                ? Map.of("kind", "REMINDER1", "language", "SV", "heading", heading, "lead", lead)
                : Map.of("kind", "REMINDER1", "level", level, "language", "SV", "heading", heading, "lead", lead);
    }

    /** The reminder's document, once it was sent. */
    private byte[] reminder(Clubs.Joined joined, int level) {
        var sent = "select id::text from dispatch where invoice_id = '" + joined.invoice()
                + "' and document = 1 and state in (3, 4) and level = " + level;
        Waiting.until("reminder " + level, () -> !rows(sent).isEmpty());
        return office.get("dispatches/" + rows(sent).get(0) + "/document.pdf")
                .expect(200)
                .bytes();
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What becomes of who does not pay: reminders with a fee, stops, write-offs, collectors. */
@OnRunningProduct
class DunningIT extends DunningCase {
    DunningIT(Product product) {
        super(product);
    }

    @Test
    void aFeeIsRefusedUntilItIsAgreedAndThenAClaimOfItsOwnUnderTheSameReference() {
        var place = place();
        var refused =
                office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy("45.00")), match(place));
        assertThat(refused.expect(422).problem()).isEqualTo("fee-not-agreed");
        var before = join(place);
        agree(place, "60.00");
        set(place, policy("45.00"));
        var after = join(place);
        remind(place);
        assertThat(invoice(before).get("dunningLevel").asInt()).isEqualTo(1);
        assertThat(charges(before)).isEmpty(); // its debt arose before anything was agreed
        assertThat(rows("select refused from reminder where invoice_id = '" + before.invoice() + "'"))
                .containsExactly("fee-not-agreed");
        var charge = office.get("invoices/" + charges(after).get(0)).json();
        assertThat(charge.get("occasion").asText()).isEqualTo("CHARGE");
        assertThat(charge.get("total").asText()).isEqualTo("45.00");
        assertThat(charge.get("ocr").asText())
                .isEqualTo(invoice(after).get("ocr").asText());
        assertThat(invoice(after).get("dueOn").asText()).isEqualTo(TODAY);
        office.post("invoices/" + after.invoice() + "/credit-notes", Map.of("reason", NOTE), key())
                .expect(201);
        assertThat(office.get("invoices/" + charges(after).get(0))
                        .json()
                        .get("open")
                        .asText())
                .as("the fee goes with the claim that it was for")
                .isEqualTo("0.00");
    }

    @Test
    void interestWithoutAReferenceRateIsToldBeforeAndAfterTheRun() {
        var place = place();
        agree(place, "60.00");
        var text = Map.of("sv", "Hej", "en", "Hello");
        var level = Map.of("afterDays", 0, "fee", "0.00", "interest", true, "text", text);
        set(place, Map.of("levels", List.of(level), "offerLapseAfterDays", 60, "remindOffers", true));
        var late = join(place).invoice();
        rows("update invoice set due_on = '2019-12-20' where id = '" + late
                + "' returning id"); // no rate that far back
        var wish = Map.of("kind", "REMINDER", "groupId", place.club(), "preview", true);
        var run = office.post("invoice-runs", wish, key())
                .expect(202)
                .json()
                .get("id")
                .asText();
        Waiting.until("the preview", () -> state(run).equals("PREVIEWED"));
        assertThat(office.get("invoice-runs/" + run)
                        .json()
                        .at("/warnings/no-reference-rate")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.get("invoice-runs/" + run + "/recipients")
                        .json()
                        .at("/items/0/detail")
                        .asText())
                .contains("referensräntan");
        office.post("invoice-runs/" + run + ":approve", "", key()).expect(202);
        office.finish(run);
        assertThat(office.get("invoice-runs/" + run)
                        .json()
                        .at("/warnings/no-reference-rate")
                        .asInt())
                .as("what was issued went without it")
                .isEqualTo(1);

        var simulation = office.post("simulations", Map.of("months", 1, "paidPercent", 100, "groupId", place.club()))
                .expect(202)
                .json()
                .get("id")
                .asText();
        Waiting.until(
                "the simulation",
                () -> office.get("simulations/" + simulation).json().has("warnings"));
        var known = office.get("reference-rates").expect(200).text().contains("2027-01-01");
        assertThat(office.get("simulations/" + simulation)
                        .json()
                        .get("warnings")
                        .toString())
                .isEqualTo(known ? "[]" : "[\"no-reference-rate\"]");
    }

    @Test
    void anInvoiceThatWentPlainIsShownPlainThoughASummaryIsTurnedOnBeforeItsReminder() throws SQLException {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        var first = "dispatches/" + sent(joined, 0) + "/document.pdf";
        var before = office.get(first).expect(200).bytes();
        product.books().damage("annan", "update tenant set summary_by = 'GRUPPERAD' where slug = 'annan'");
        try {
            var arranged = join(place);
            sent(arranged, 0);
            assertThat(rows("select invoice_id from invoice_summary where invoice_id = '" + arranged.invoice() + "'"))
                    .as("the summary is turned on")
                    .isNotEmpty();
            remind(place);
            office.get("dispatches/" + sent(joined, 1) + "/document.pdf").expect(200);
            assertThat(office.get(first).expect(200).bytes()).isEqualTo(before);
        } finally {
            product.books().damage("annan", "update tenant set summary_by = null where slug = 'annan'");
        }
    }

    /** The dispatch of the invoice, or of its reminder, once it was sent. */
    private String sent(Clubs.Joined joined, int document) {
        var query = "select id::text from dispatch where invoice_id = '" + joined.invoice() + "' and document = "
                + document + " and state in (3, 4)";
        Waiting.until("document " + document + " to be sent", () -> !rows(query).isEmpty());
        return rows(query).get(0);
    }

    @Test
    void aReminderTellsWhatItsFeeRestsOn() throws IOException {
        var place = place();
        agree(place, "60.00");
        set(place, policy("60.00"));
        var joined = join(place);
        remind(place);
        var pdf = office.get("dispatches/" + sent(joined, 1) + "/document.pdf")
                .expect(200)
                .bytes();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Påminnelseavgift", "Avtalad i villkor från 20");
        }
        assertThat(rows("select basis #>> '{fee,ore}' from reminder where invoice_id = '" + joined.invoice() + "'"))
                .containsExactly("6000");
    }

    @Test
    void aReminderIsShownAgainToTheByteThoughWhatItAsksForIsCreditedSince() throws IOException {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        remind(place);
        var path = "dispatches/" + sent(joined, 1) + "/document.pdf";
        var before = office.get(path).expect(200).bytes();
        try (var document = Loader.loadPDF(before)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Påminnelse");
        }
        office.post("invoices/" + joined.invoice() + "/credit-notes", Map.of("reason", NOTE), key())
                .expect(201);
        assertThat(office.get(path).expect(200).bytes()).isEqualTo(before);
    }

    private String state(String run) {
        return office.get("invoice-runs/" + run).expect(200).json().get("state").asText();
    }

    @Test
    void aFeeBeyondTheOrdinanceIsNeverAgreed() {
        var place = place();
        var agreed = office.post("dunning-policies/" + place.type() + "/agreements", agreement("60.01"));
        assertThat(agreed.expect(422).problem()).isEqualTo("fee-too-high");
    }

    @Test
    void aStopKeepsRemindersBackUntilItIsLifted() {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        var stops = "invoices/" + joined.invoice() + "/dunning-stops";
        var stop = office.post(stops, Map.of("note", NOTE))
                .expect(201)
                .json()
                .get("id")
                .asText();
        remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isZero();
        office.send("DELETE", stops + "/" + stop, new byte[0]).expect(204);
        remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenOffIsClosedAndCanBeOpenedAgain() {
        var joined = join(place());
        var off = act(joined, "write-off", Map.of("reason", NOTE)).expect(200).json();
        assertThat(off.at("/writeOffs/0/amount").asText()).isEqualTo("300.00");
        assertThat(invoice(joined).get("document").asText()).isEqualTo("WRITTEN_OFF");
        assertThat(invoice(joined).get("open").asText()).isEqualTo("0.00");
        assertThat(act(joined, "write-off", Map.of("reason", NOTE)).expect(409).problem())
                .isEqualTo("conflict-written-off");
        var credit = office.post("invoices/" + joined.invoice() + "/credit-notes", Map.of("reason", NOTE), key());
        assertThat(credit.expect(409).problem())
                .as("it would be taken off twice, and the payer be owed what nobody paid")
                .isEqualTo("conflict-written-off");
        act(joined, "reopen", Map.of()).expect(200);
        assertThat(invoice(joined).get("open").asText()).isEqualTo("300.00");
    }

    @Test
    void aFileForACollectorIsKeptByteByByteAndItsClaimsAreRemindedOfNoMore() {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        remind(place);
        var seller = rows("select seller_group_id::text from invoice where id = '" + joined.invoice() + "'")
                .get(0);
        var wish = Map.of("sellerGroupId", seller, "format", "CSV");
        var early = office.post("collector-exports", wish, key()).expect(422);
        assertThat(early.problem()).isEqualTo("hand-over-too-early");
        assertThat(early.text()).as("others of the seller may come first").containsPattern("över 2027-01-[01][0-9]");
        set(place, policy("0.00", 0));
        var made = office.post("collector-exports", wish, key()).expect(201).json();
        var file = "collector-exports/" + made.get("id").asText() + "/file";
        var bytes = office.get(file).expect(200).bytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains(invoice(joined).get("ocr").asText());
        assertThat(office.get(file).bytes()).isEqualTo(bytes);
        assertThat(handedOver(joined)).isTrue();
        act(joined, "call-in", Map.of("reason", NOTE)).expect(200);
        assertThat(handedOver(joined)).isFalse();
    }
}

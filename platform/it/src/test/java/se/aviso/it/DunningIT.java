package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of who does not pay: reminders with a fee, stops, write-offs, collectors. */
@OnRunningProduct
class DunningIT {
    private static final String TENANT = "annan";
    private static final String TODAY = "2027-01-04";
    private static final String NOTE = "Efter samtal";

    private final Product product;
    private final Client office;
    private final Clubs clubs;

    DunningIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
        this.clubs = new Clubs(product, TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aFeeIsRefusedUntilItIsAgreedAndThenAClaimOfItsOwnUnderTheSameReference() {
        var place = clubs.place();
        var refused =
                office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy("45.00")), match(place));
        assertThat(refused.expect(422).problem()).isEqualTo("fee-not-agreed");
        var before = clubs.join(place);
        agree(place, "60.00");
        set(place, policy("45.00"));
        var after = clubs.join(place);
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
    void aFeeBeyondTheOrdinanceIsNeverAgreed() {
        var place = clubs.place();
        var agreed = office.post("dunning-policies/" + place.type() + "/agreements", agreement("60.01"));
        assertThat(agreed.expect(422).problem()).isEqualTo("fee-too-high");
    }

    @Test
    void aStopKeepsRemindersBackUntilItIsLifted() {
        var place = clubs.place();
        set(place, policy("0.00"));
        var joined = clubs.join(place);
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
        var joined = clubs.join(clubs.place());
        var off = act(joined, "write-off", Map.of("reason", NOTE)).expect(200).json();
        assertThat(off.at("/writeOffs/0/amount").asText()).isEqualTo("300.00");
        assertThat(invoice(joined).get("document").asText()).isEqualTo("WRITTEN_OFF");
        assertThat(invoice(joined).get("open").asText()).isEqualTo("0.00");
        assertThat(act(joined, "write-off", Map.of("reason", NOTE)).expect(409).problem())
                .isEqualTo("conflict-invoice-settled");
        var credit = office.post("invoices/" + joined.invoice() + "/credit-notes", Map.of("reason", NOTE), key());
        assertThat(credit.expect(409).problem())
                .as("it would be taken off twice, and the payer be owed what nobody paid")
                .isEqualTo("conflict-written-off");
        act(joined, "reopen", Map.of()).expect(200);
        assertThat(invoice(joined).get("open").asText()).isEqualTo("300.00");
    }

    @Test
    void aFileForACollectorIsKeptByteByByteAndItsClaimsAreRemindedOfNoMore() {
        var place = clubs.place();
        set(place, policy("0.00"));
        var joined = clubs.join(place);
        remind(place);
        var seller = rows("select seller_group_id::text from invoice where id = '" + joined.invoice() + "'")
                .get(0);
        var made = office.post("collector-exports", Map.of("sellerGroupId", seller, "format", "CSV"), key())
                .expect(201)
                .json();
        var file = "collector-exports/" + made.get("id").asText() + "/file";
        var bytes = office.get(file).expect(200).bytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains(invoice(joined).get("ocr").asText());
        assertThat(office.get(file).bytes()).isEqualTo(bytes);
        assertThat(handedOver(joined)).isTrue();
        act(joined, "call-in", Map.of("reason", NOTE)).expect(200);
        assertThat(handedOver(joined)).isFalse();
    }

    private void remind(Clubs.Place place) {
        clubs.run("REMINDER", place);
    }

    private static Object policy(String fee) {
        var level = Map.of("afterDays", 0, "fee", fee, "interest", false, "text", Map.of("sv", "Hej", "en", "Hello"));
        return Map.of("levels", List.of(level), "offerLapseAfterDays", 60, "remindOffers", true);
    }

    private static Object agreement(String fee) {
        var text = Map.of("sv", "Avgift vid påminnelse", "en", "A fee for a reminder");
        return Map.of("from", "2026-01-01", "text", text, "fee", fee, "dueDayAgreed", true);
    }

    private void agree(Clubs.Place place, String fee) {
        office.post("dunning-policies/" + place.type() + "/agreements", agreement(fee))
                .expect(201);
    }

    private void set(Clubs.Place place, Object policy) {
        office.send("PUT", "dunning-policies/" + place.type(), Client.bytes(policy), match(place))
                .expect(200);
    }

    private String[] match(Clubs.Place place) {
        var tag = office.get("dunning-policies/" + place.type()).expect(200).header("ETag");
        return new String[] {"If-Match", tag, "Content-Type", "application/json"};
    }

    private Client.Reply act(Clubs.Joined joined, String act, Object body) {
        return office.post("invoices/" + joined.invoice() + ":" + act, body, key());
    }

    private JsonNode invoice(Clubs.Joined joined) {
        return office.get("invoices/" + joined.invoice()).expect(200).json();
    }

    private List<String> charges(Clubs.Joined joined) {
        return rows("select invoice_id::text from dunning_charge where principal_id = '" + joined.invoice() + "'");
    }

    private boolean handedOver(Clubs.Joined joined) {
        return !rows("select 'yes' from collector_case where taken_back_on is null and invoice_id = '"
                        + joined.invoice() + "'")
                .isEmpty();
    }

    private List<String> rows(String query) {
        return product.books().column(TENANT, query);
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}

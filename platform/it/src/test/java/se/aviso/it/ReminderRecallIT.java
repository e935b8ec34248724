package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reminders are taken back with their run: before anybody has seen them without a trace, afterwards with a word. */
@OnRunningProduct
class ReminderRecallIT extends DunningCase {
    ReminderRecallIT(Product product) {
        super(product);
    }

    @Test
    void aReminderThatWasHeldBackIsTakenBackAsIfItHadNeverBeen() {
        var place = place();
        agree(place, "60.00");
        set(place, policy("45.00"));
        var joined = join(place);
        hold(90);
        var run = remind(place);
        hold(0);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(1);
        var fee = charges(joined).get(0);
        assertThat(mailings(joined, 1)).containsExactly("0 0");
        assertThat(recall(run).at("/dispatches/WITHDRAWN").asInt()).isEqualTo(1);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isZero();
        assertThat(office.get("invoices/" + fee).json().get("document").asText())
                .isEqualTo("CREDITED");
        assertThat(mailings(joined, 1)).containsExactly("8 1");
        assertThat(mailings(joined, 3)).isEmpty();

        remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(1);
        assertThat(charges(joined)).as("it is claimed anew").hasSize(2);
        assertThat(mailings(joined, 1)).hasSize(2);
    }

    @Test
    void aReminderThatWaitsDoesNotLeaveOnceNothingIsOwed() {
        var place = place();
        set(place, policy("0.00"));
        var joined = join(place);
        hold(90);
        var run = remind(place);
        hold(0);
        act(joined, "write-off", Map.of("reason", NOTE)).expect(200);
        office.post("invoice-runs/" + run + ":send-now", Map.of(), key()).expect(202);
        Waiting.until("the reminder", () -> mailings(joined, 1).equals(List.of("8 0")));
    }

    @Test
    void aCreditNoteWaitsForItsInvoiceAndGoesWithIt() {
        var place = place();
        hold(90);
        var joined = join(place);
        hold(0);
        var part = Map.of("reason", NOTE, "lines", List.of(Map.of("line", 1, "amount", "100.00")));
        var note = office.post("invoices/" + joined.invoice() + "/credit-notes", part, key())
                .expect(201)
                .json()
                .get("id")
                .asText();
        var waiting =
                "select count(*)::text from dispatch where state = 0 and next_attempt_at > now() and invoice_id in ('"
                        + note + "', '" + joined.invoice() + "')";
        assertThat(rows(waiting)).containsExactly("2");
        office.post("invoices/" + joined.invoice() + "/credit-notes", Map.of("reason", NOTE), key())
                .expect(201);
        assertThat(rows(waiting)).containsExactly("0");
        assertThat(rows("select distinct state::text from dispatch where invoice_id = '" + note + "'"))
                .containsExactly("8");
    }

    @Test
    void whoHasGottenAReminderThatIsTakenBackIsToldSo() {
        var place = place();
        agree(place, "60.00");
        set(place, policy("45.00"));
        var joined = join(place);
        var run = remind(place);
        Waiting.until("the reminder", () -> mailings(joined, 1).equals(List.of("3 0")));
        recall(run);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isZero();
        assertThat(office.get("invoices/" + charges(joined).get(0))
                        .json()
                        .get("open")
                        .asText())
                .isEqualTo("0.00");
        Waiting.until("the notice", () -> mailings(joined, 3).equals(List.of("3 1")));
        var address = rows("select email from member where id = '" + joined.member() + "'")
                .get(0);
        assertThat(new Mails(product.data()).to(address))
                .anyMatch(mail -> mail.contains("bortse från") && mail.contains("45,00 kr, är krediterade"));
        var again = office.post("invoice-runs/" + run + ":recall", Map.of(), key());
        assertThat(again.expect(422).problem()).isEqualTo("run-not-recallable");
    }

    @Test
    void aReminderThatAnotherHasFollowedStandsUntilThatOneIsTakenBack() {
        var place = place();
        var levels = List.of(level(0, "0.00"), level(5, "0.00"));
        set(place, Map.of("levels", levels, "offerLapseAfterDays", 60, "remindOffers", true));
        var joined = join(place);
        var first = remind(place);
        rows("update reminder set issued_on = issued_on - 9 where invoice_id = '" + joined.invoice() + "' returning 1");
        rows("update invoice set due_on = due_on - 9 where id = '" + joined.invoice() + "' returning 1");
        var second = remind(place);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(2);
        recall(first);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(2);
        var stands = office.get("invoice-runs/" + first + "/recipients").json().at("/items/0");
        assertThat(stands.get("state").asText()).isEqualTo("STANDS");
        assertThat(stands.get("reason").asText()).isEqualTo("reminded-since");
        recall(second);
        assertThat(invoice(joined).get("dunningLevel").asInt()).isEqualTo(1);
    }

    private JsonNode recall(String run) {
        office.post("invoice-runs/" + run + ":recall", Map.of("reason", "Fel policy"), key())
                .expect(202);
        Waiting.until(
                "the recall of " + run,
                () -> office.get("invoice-runs/" + run)
                        .json()
                        .get("state")
                        .asText()
                        .equals("RECALLED"));
        return office.get("invoice-runs/" + run).json();
    }

    /** The states of the mailings of an invoice, each with the number of its recall. */
    private List<String> mailings(Clubs.Joined joined, int document) {
        return rows("select state || ' ' || recall from dispatch where invoice_id = '" + joined.invoice()
                + "' and document = " + document + " order by id");
    }

    private void hold(int minutes) {
        var tag = office.get("run-settings").expect(200).header("ETag");
        var daily = Map.of("RENEWAL", "DO", "REMINDER", "DO", "LAPSE", "DO", "PERIOD_END", "DO");
        var body = Map.of("daily", daily, "startsAt", "06:00", "holdMinutes", minutes, "costs", Map.of());
        office.send("PUT", "run-settings", Client.bytes(body), "Content-Type", "application/json", "If-Match", tag)
                .expect(200);
    }
}

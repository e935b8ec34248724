package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices are sent once more by hand, and those that were written to many are followed to their run. */
@OnRunningProduct
class SendAgainIT {
    private final Product product;
    private final Client office;
    private final Tree tree;

    SendAgainIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.tree = new Tree(office);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void anInvoiceIsSentOnceMoreByAnotherChannelAndByTheSame() {
        var invoice = invoice(member(true));
        awaitSent(invoice);
        var letter = send(office, invoice, "LETTER").expect(200).json();
        assertThat(letter.get("channel").asText()).isEqualTo("LETTER");
        assertThat(letter.get("state").asText()).isEqualTo("QUEUED");
        assertThat(send(office, invoice, "LETTER").expect(409).problem()).isEqualTo("conflict-send-under-way");
        send(office, invoice, "EMAIL").expect(200);
        awaitSent(invoice);
        assertThat(deliveries(invoice)).hasSize(2);
        var earlier = deliveries(invoice).stream()
                .filter(sent -> sent.get("channel").asText().equals("EMAIL"))
                .toList()
                .get(0)
                .get("earlier");
        assertThat(earlier).hasSize(1);
        assertThat(earlier.get(0).get("state").asText()).isEqualTo("SENT");
        assertThat(office.all("audit-entries?act=DISPATCH_RESENT").get(0).toString())
                .contains("CHANNEL");
    }

    @Test
    void whereNobodyCanBeReachedOrNothingIsOwedNothingIsSent() {
        var invoice = invoice(member(false));
        var nowhere = send(office, invoice, "LETTER").expect(422);
        assertThat(nowhere.problem()).isEqualTo("send-no-address");
        assertThat(nowhere.json().at("/errors/0/pointer").asText()).isEqualTo("/channel");
        office.post("invoices/" + invoice + "/credit-notes", Map.of("reason", "Ångrade sig"), "Idempotency-Key", key())
                .expect(201);
        assertThat(send(office, invoice, "EMAIL").expect(409).problem()).isEqualTo("conflict-send-over");
        for (var stranger : List.of(product.admin("annan"), product.as("prov", "revisor"))) {
            assertThat(send(stranger, invoice, "EMAIL").status()).isIn(403, 404);
        }
    }

    @Test
    void whatIsSentAgainGoesToTheAddressThatTheMemberHasByThen() {
        var member = member(false);
        var invoice = invoice(member);
        awaitSent(invoice);
        assertThat(sentTo(invoice)).startsWith("igen-");
        var now = "ny-" + UUID.randomUUID() + "@people.example";
        office.patch("members/" + member, Map.of("email", now), "If-Match", "*").expect(200);
        send(office, invoice, "EMAIL").expect(200);
        Waiting.until("the mail to the mended address", () -> sentTo(invoice).equals(now));
    }

    private String sentTo(String invoice) {
        return product.books()
                .column(
                        "prov",
                        "select coalesce(max(sent_to), '') from dispatch where channel = 0 and invoice_id = '" + invoice
                                + "'")
                .get(0);
    }

    @Test
    void aBatchIsListedAndKnowsItsRun() {
        member(true);
        var line = Map.of("kind", "FREE", "text", "Resa", "unit", "75.00", "vat", "LOW", "account", 3051);
        var batch = office.post("invoice-batches", Map.of("groupId", tree.id("prov-ett"), "lines", List.of(line)))
                .expect(201)
                .json();
        var id = batch.get("id").asText();
        assertThat(batch.has("runId")).isFalse();
        assertThat(office.all("invoice-batches"))
                .extracting(listed -> listed.get("id").asText())
                .contains(id);
        var run = office.send("POST", "invoice-batches/" + id + ":issue", new byte[0], "Idempotency-Key", key())
                .expect(202)
                .json()
                .get("id")
                .asText();
        office.finish(run);
        var issued = office.get("invoice-batches/" + id).expect(200).json();
        assertThat(issued.get("runId").asText()).isEqualTo(run);
        assertThat(issued.get("drafts").asLong() - issued.get("waiting").asLong())
                .isEqualTo(product.books().number("prov", "select count(*) from invoice where run_id = '" + run + "'"));
        assertThat(product.admin("annan").all("invoice-batches"))
                .extracting(listed -> listed.get("id").asText())
                .doesNotContain(id);
    }

    private static Client.Reply send(Client client, String invoice, String channel) {
        return client.post("invoices/" + invoice + ":send", Map.of("channel", channel), "Idempotency-Key", key());
    }

    private void awaitSent(String invoice) {
        Waiting.until(
                "the mail of " + invoice,
                () -> deliveries(invoice).stream()
                        .anyMatch(sent -> sent.get("channel").asText().equals("EMAIL")
                                && sent.get("state").asText().equals("SENT")));
    }

    private List<JsonNode> deliveries(String invoice) {
        var found = office.get("invoices/" + invoice).expect(200).json().get("deliveries");
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    private String invoice(String member) {
        var line = Map.of("kind", "FREE", "text", "Resa", "unit", "75.00", "vat", "LOW", "account", 3051);
        var bill = Map.of("groupId", tree.id("prov-ett"), "memberId", member, "lines", List.of(line));
        return office.post("invoices", bill, "Idempotency-Key", key())
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private String member(boolean withAddress) {
        var body = new HashMap<String, Object>();
        body.put("givenName", "Sänd");
        body.put("familyName", "Igen");
        body.put("born", "1985-03-01");
        body.put("email", "igen-" + UUID.randomUUID() + "@people.example");
        if (withAddress) {
            body.put("address", Map.of("street", "Storgatan 1", "postalCode", "11122", "city", "Stockholm"));
        }
        var type = office.all("membership-types").get(0).get("id").asText();
        body.put("memberships", List.of(Map.of("groupId", tree.id("prov-ett"), "typeId", type)));
        return office.post("members", body).expect(201).json().get("id").asText();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Documents on their way out of the house. */
@OnRunningProduct
class DispatchIT {
    private static final String TENANT = "annan";

    private final Product product;
    private final SignUps people;

    DispatchIT(Product product) {
        this.product = product;
        this.people = new SignUps(product);
    }

    @Test
    void aDocumentThatCannotBeMadeFailsAloneAndItsNeighboursAreSent() {
        var spoilt = people.join("annan-ett", "ar").invoiceId();
        var sound = people.join("annan-ett", "ar").invoiceId();
        awaitState(spoilt, "SENT");
        awaitState(sound, "SENT");
        say("update invoice set snapshot = snapshot || '{\"seller\": {\"TEMPLATE\": \"no-such-look\"}}' where id = '"
                + spoilt + "' returning 1");
        say("update dispatch set state = 0, attempts = 0, provider_reference = null, next_attempt_at = now() "
                + "where invoice_id in ('" + spoilt + "', '" + sound + "') returning 1");
        awaitState(spoilt, "FAILED");
        awaitState(sound, "SENT");
        assertThat(product.books().column(TENANT, "select failure from dispatch where invoice_id = '" + spoilt + "'"))
                .containsExactly("the document could not be made");
    }

    @Test
    void whatEndedNobodyKnowsHowIsSentAgainOnlyWhenSomebodyAsks() {
        var office = product.admin(TENANT);
        var invoice = people.join("annan-ett", "ar").invoiceId();
        awaitState(invoice, "SENT");
        var dispatch = product.books()
                .column(TENANT, "select id::text from dispatch where invoice_id = '" + invoice + "'")
                .get(0);
        var path = "dispatches/" + dispatch + ":resend";
        var refused = office.send("POST", path, new byte[0], "Idempotency-Key", key());
        assertThat(refused.expect(422).problem()).isEqualTo("dispatch-state-conflict");
        say("update dispatch set state = 7 where id = '" + dispatch + "' returning 1");
        assertThat(office.send("POST", path, new byte[0]).expect(400).problem()).isEqualTo("idempotency-key-missing");
        product.admin("prov")
                .send("POST", path, new byte[0], "Idempotency-Key", key())
                .expect(404);
        var once = key();
        var queued = office.send("POST", path, new byte[0], "Idempotency-Key", once);
        assertThat(queued.expect(200).json().get("state").asText()).isEqualTo("QUEUED");
        awaitState(invoice, "SENT");
        office.send("POST", path, new byte[0], "Idempotency-Key", once).expect(200);
        assertThat(product.books().number(TENANT, "select attempts from dispatch where id = '" + dispatch + "'"))
                .isEqualTo(2);
    }

    /** As after a print house was exchanged for one that takes each letter by itself. */
    @Test
    void whatWaitedAsOneFileLeavesByAChannelThatPrintsNone() {
        var invoice = people.join("annan-ett", "ar").invoiceId();
        awaitState(invoice, "SENT");
        say("update dispatch set state = 0, provider_reference = 'batch 1', next_attempt_at = now() "
                + "where invoice_id = '" + invoice + "' returning 1");

        awaitState(invoice, "SENT");

        assertThat(product.books()
                        .column(TENANT, "select provider_reference from dispatch where invoice_id = '" + invoice + "'"))
                .isNotEqualTo(List.of("batch 1"));
    }

    /** Bytes that an earlier writer made are shown where they are kept; else nothing is said to have been removed. */
    @Test
    void whatAnEarlierWriterMadeIsNotShownAndSaysSo() {
        var office = product.admin(TENANT);
        var invoice = people.join("annan-ett", "ar").invoiceId();
        awaitState(invoice, "SENT");
        var where = " where invoice_id = '" + invoice + "' returning id::text";
        var dispatch = product.books()
                .column(TENANT, "update dispatch set failure = null" + where)
                .get(0);
        var path = "dispatches/" + dispatch + "/document.pdf";
        var sent = office.get(path).expect(200).bytes();
        say("update dispatch set document_hash = reverse(document_hash)" + where);
        assertThat(office.get(path).expect(409).problem()).isEqualTo("conflict-document-changed");
        say("update dispatch set writer = 1" + where);
        assertThat(office.get(path).expect(409).problem()).isEqualTo("conflict-document-writer");
        say("update dispatch set document_hash = reverse(document_hash)" + where);
        assertThat(office.get(path).expect(200).bytes()).isEqualTo(sent);
    }

    @Test
    void theListComesInPages() {
        people.join("annan-ett", "ar");
        people.join("annan-ett", "ar");
        var office = product.admin(TENANT);
        var first = office.get("dispatches?limit=1").expect(200);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        var next = office.get(
                "dispatches?limit=1&cursor=" + first.json().get("nextCursor").asText());
        assertThat(next.expect(200).json().at("/items/0/id"))
                .isNotEqualTo(first.json().at("/items/0/id"));
        office.get("dispatches?limit=100000").expect(400);
        office.get("invoice-runs?limit=100000").expect(400);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void awaitState(String invoice, String state) {
        Waiting.until(
                "the dispatch of " + invoice + " to be " + state,
                () -> product.admin(TENANT)
                        .get("invoices/" + invoice)
                        .expect(200)
                        .json()
                        .at("/deliveries/0/state")
                        .asText()
                        .equals(state));
    }

    private void say(String statement) {
        product.books().column(TENANT, statement);
    }
}

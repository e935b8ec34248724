package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

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

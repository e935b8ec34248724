package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** What nobody can give to anything is set aside with a note, and comes back by itself when its money moves. */
@OnRunningProduct
class AsideIT {
    private final Product product;
    private final Client office;
    private final Overpaying overpaying;

    AsideIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.overpaying = new Overpaying(office);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void itLeavesTheQueueWithANoteAndIsTakenUpAgain() {
        var gift = overpaying.paid(OutgoingPayment.free("Kommunen", "bidrag till sommarläger", 5_000_00));
        assertThat(inQueue(gift)).isTrue();
        assertThat(aside(gift, " ").expect(422).text()).contains("payment-aside-note");
        var after = aside(gift, "Bidrag från kommunen").expect(200).json();
        assertThat(after.at("/aside/note").asText()).isEqualTo("Bidrag från kommunen");
        assertThat(after.get("suspense").asText()).isEqualTo("5000.00");
        assertThat(inQueue(gift)).isFalse();
        assertThat(found("aside=true", gift)).isTrue();
        assertThat(found("suspense=true", gift)).as("it waits as before").isTrue();

        takeUp(gift);
        takeUp(gift);
        assertThat(inQueue(gift)).isTrue();
        assertThat(office.get("payments/" + gift).json().has("aside")).isFalse();
    }

    @Test
    void whenItsMoneyMovesItIsInTheQueueAgain() {
        var joined = new SignUps(product).join("prov-tva", "ar");
        var payment = overpaying.paid(OutgoingPayment.free("Okänd", "vet ej", joined.ore() + 10_00));
        aside(payment, "Frågat banken").expect(200);
        overpaying
                .post(
                        "payments/" + payment + "/allocations",
                        Map.of("allocations", List.of(Map.of("invoiceId", joined.invoiceId()))))
                .expect(201);
        assertThat(inQueue(payment)).isTrue();
        assertThat(aside(payment, "Resten vet ingen")
                        .expect(200)
                        .json()
                        .at("/aside/note")
                        .asText())
                .isEqualTo("Resten vet ingen");
    }

    @Test
    void whatIsSettledCannotBeSetAside() {
        var joined = new SignUps(product).join("prov-tva", "ar");
        assertThat(aside(overpaying.by(joined, 0), "Varför?").expect(409).problem())
                .isEqualTo("conflict-payment-settled");
    }

    private Client.Reply aside(String payment, String note) {
        return office.post("payments/" + payment + ":set-aside", Map.of("note", note));
    }

    private void takeUp(String payment) {
        office.send("POST", "payments/" + payment + ":take-up", new byte[0]).expect(200);
    }

    private boolean inQueue(String payment) {
        return found("aside=false", payment);
    }

    private boolean found(String condition, String payment) {
        return office.all("payments?" + condition).stream()
                .map((JsonNode each) -> each.get("id").asText())
                .anyMatch(payment::equals);
    }
}

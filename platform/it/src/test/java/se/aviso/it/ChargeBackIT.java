package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** The bank takes a payment back days after it was booked: what it had settled is owed again. */
@OnRunningProduct
class ChargeBackIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;

    ChargeBackIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void theClaimIsOpenAgainAndNothingWaits() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 0);
        assertThat(membership(joined)).isEqualTo(1);
        var deduction = takenBack(joined, joined.ore());
        assertThat(office.get("payments/" + deduction).json().get("reason").asText())
                .isEqualTo("DEDUCTION");
        var likeliest = office.get("payments/" + deduction + "/charge-backs/candidates")
                .expect(200)
                .json()
                .get(0);
        assertThat(likeliest.get("paymentId").asText()).isEqualTo(payment);
        assertThat(likeliest.get("sameReference").asBoolean()).isTrue();
        assertThat(likeliest.get("sameAmount").asBoolean()).isTrue();

        var key = Overpaying.key();
        var body = Map.of("paymentId", payment);
        var path = "payments/" + deduction + "/charge-backs";
        var tied = office.post(path, body, "Idempotency-Key", key).expect(201).json();
        assertThat(office.post(path, body, "Idempotency-Key", key).expect(201).json())
                .isEqualTo(tied);
        assertThat(office.post(path, body, "Idempotency-Key", Overpaying.key())
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-payment-settled");
        assertThat(state(deduction)).containsExactly("0.00", "0.00", "-" + kronor(joined.ore()));
        assertThat(state(payment)).containsExactly("0.00", "0.00", kronor(joined.ore()));
        assertThat(settlement(joined)).isEqualTo("OPEN");
        assertThat(membership(joined)).isNotEqualTo(1);

        var known = tied.at("/chargeBacks/0/id").asText();
        undo(deduction, known).expect(200);
        assertThat(undo(deduction, known).expect(409).problem()).isEqualTo("conflict-charge-back-undone");
        assertThat(state(deduction)).containsExactly("0.00", "-" + kronor(joined.ore()), "0.00");
        assertThat(state(payment)).containsExactly("0.00", kronor(joined.ore()), "0.00");
        overpaying
                .post(
                        "payments/" + payment + "/allocations",
                        Map.of("allocations", List.of(Map.of("invoiceId", joined.invoiceId()))))
                .expect(201);
        assertThat(membership(joined)).isEqualTo(1);
    }

    @Test
    void aPartIsTakenOfTheAllocationAndTheRestStands() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 0);
        var deduction = takenBack(joined, 100_00);
        chargeBack(deduction, Map.of("paymentId", payment)).expect(201);
        assertThat(state(payment)).containsExactly(kronor(joined.ore() - 100_00), "0.00", "100.00");
        assertThat(settlement(joined)).isEqualTo("PARTLY_PAID");
    }

    @Test
    void aBalanceGivesWhatIsLeftOfItAndTheDeductionWaitsForTheRest() {
        var joined = people.join("prov-tva", "ar");
        var next = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 80_00);
        overpaying
                .post("payments/" + payment + "/credits", Map.of("memberId", next.memberId()))
                .expect(201);
        overpaying
                .post("invoices/" + next.invoiceId() + "/credit-uses", Map.of("amount", "50.00"))
                .expect(201);
        var deduction = takenBack(joined, joined.ore() + 80_00);
        chargeBack(deduction, Map.of("paymentId", payment)).expect(201);
        assertThat(state(deduction).get(1)).isEqualTo("-50.00");
        assertThat(overpaying.kept(next)).isEqualTo("0.00");
        assertThat(settlement(joined)).isEqualTo("OPEN");
        assertThat(chargeBack(deduction, Map.of("paymentId", payment))
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-charge-back-nothing");

        var paidAgain = overpaying.paid(OutgoingPayment.free("Nils Betalare", "det jag var skyldig", 50_00));
        chargeBack(deduction, Map.of("paymentId", paidAgain)).expect(201);
        assertThat(state(deduction).get(1)).isEqualTo("0.00");
    }

    @Test
    void moreThanThereIsAndWhatDoesNotBelongTogetherIsRefused() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 0);
        var deduction = takenBack(joined, 60_00);
        assertThat(chargeBack(deduction, Map.of("paymentId", payment, "amount", "60.01"))
                        .expect(422)
                        .text())
                .contains("charge-back-over", "60");
        assertThat(chargeBack(payment, Map.of("paymentId", deduction))
                        .expect(422)
                        .text())
                .contains("charge-back-pair");
        assertThat(chargeBack(deduction, Map.of("paymentId", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFileOfWhichAPaymentWasTakenBackIsUndoneAfterTheyAreParted() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 0);
        var file = office.get("payments/" + payment).json().get("bankFileId").asText();
        var deduction = takenBack(joined, joined.ore());
        var known = chargeBack(deduction, Map.of("paymentId", payment))
                .expect(201)
                .json()
                .at("/chargeBacks/0/id")
                .asText();
        var why = Map.of("reason", "Fel fil");
        assertThat(office.post("bank-files/" + file + ":undo", why).expect(409).text())
                .contains("undo-charged-back");
        undo(deduction, known).expect(200);
        office.post("bank-files/" + file + ":undo", why).expect(200);
        assertThat(chargeBack(deduction, Map.of("paymentId", payment)).status()).isEqualTo(404);
    }

    @Test
    void whatIsTheCreditBalanceOfAnInvoiceThatWasCreditedIsTakenFromThere() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 0);
        overpaying
                .post("invoices/" + joined.invoiceId() + "/credit-notes", Map.of("reason", "Ångrade sig"))
                .expect(201);
        var all = kronor(joined.ore());
        assertThat(overpaying.kept(joined)).isEqualTo(all);
        var deduction = takenBack(joined, joined.ore());
        assertThat(chargeBack(deduction, Map.of("paymentId", payment))
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-kept-for-payer");

        var from = Map.of("memberId", joined.memberId());
        assertThat(overpaying
                        .post(
                                "payments/" + deduction + "/credits",
                                Map.of("memberId", joined.memberId(), "amount", kronor(joined.ore() + 1)))
                        .expect(422)
                        .text())
                .contains("balance-too-little");
        var taken = overpaying
                .post("payments/" + deduction + "/credits", from)
                .expect(201)
                .json();
        assertThat(state(deduction)).containsExactly("0.00", "0.00", "0.00");
        assertThat(taken.get("kept").asText()).isEqualTo("-" + all);
        assertThat(overpaying.kept(joined)).isEqualTo("0.00");
        product.books().requireClean();

        var path = "payments/" + deduction + "/credits/"
                + taken.at("/credits/0/id").asText();
        office.send("DELETE", path, new byte[0], "Idempotency-Key", Overpaying.key())
                .expect(200);
        assertThat(state(deduction).get(1)).isEqualTo("-" + all);
        assertThat(overpaying.kept(joined)).isEqualTo(all);

        overpaying.post("payments/" + deduction + "/credits", from).expect(201);
        var file = office.get("payments/" + deduction).json().get("bankFileId").asText();
        office.post("bank-files/" + file + ":undo", Map.of("reason", "Fel fil")).expect(200);
        assertThat(overpaying.kept(joined)).isEqualTo(all);
    }

    private String takenBack(SignUps.Joined joined, long ore) {
        var entry = UUID.randomUUID().toString().replace("-", "");
        var taken = List.of(OutgoingPayment.checked("Nils Betalare", joined.ocr(), ore));
        var file = office.upload("name=avdrag.xml", new CamtWriter("9913310").takenBack(entry, DAY.plusDays(1), taken))
                .expect(201)
                .json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    private Client.Reply chargeBack(String deduction, Map<String, String> body) {
        return overpaying.post("payments/" + deduction + "/charge-backs", body);
    }

    private Client.Reply undo(String deduction, String known) {
        return office.send(
                "DELETE",
                "payments/" + deduction + "/charge-backs/" + known,
                new byte[0],
                "Idempotency-Key",
                Overpaying.key());
    }

    /** What is allocated, what waits, and what is taken back. */
    private List<String> state(String payment) {
        JsonNode body = office.get("payments/" + payment).json();
        return List.of(
                body.get("allocated").asText(),
                body.get("suspense").asText(),
                body.get("chargedBack").asText());
    }

    private String settlement(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId())
                .json()
                .get("settlement")
                .asText();
    }

    private long membership(SignUps.Joined joined) {
        return product.books()
                .number("prov", "select status from membership where id = '" + joined.membershipId() + "'");
    }

    private static String kronor(long ore) {
        return ore / 100 + "." + String.format("%02d", ore % 100);
    }
}

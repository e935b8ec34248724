package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** A payment that lacks a few öre settles the invoice where the tenant wants it so, and all of it can be undone. */
@OnRunningProduct
class ToleranceIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final SignUps people;

    ToleranceIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @BeforeEach
    void halfAKrona() {
        set("0.50").expect(200);
    }

    @AfterEach
    void theBooksAreCleanAndEveryPaymentHasToBeExactAgain() {
        set("0.00").expect(200);
        product.books().requireClean();
    }

    @Test
    void whatLacksAFewOreIsPaidAndSaysSoEverywhere() {
        var joined = people.join("prov-tva", "ar");
        var payment = office.get("payments/" + paid(joined, -50)).json();
        assertThat(payment.get("reason").asText()).isEqualTo("NONE");
        assertThat(payment.at("/allocations/0/rounded").asText()).isEqualTo("0.50");
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(invoice(joined).at("/roundings/0/amount").asText()).isEqualTo("0.50");
        assertThat(membership(joined)).isEqualTo(1);
        assertThat(entries(joined)).as("an entry of its own").isEqualTo(1);
        var receipt = office.get("invoices/" + joined.invoiceId() + "/receipt")
                .expect(200)
                .json();
        assertThat(receipt.get("rounded").asText()).isEqualTo("0.50");
        var statement = office.get("members/" + joined.memberId() + "/statements")
                .expect(200)
                .json()
                .get(0);
        assertThat(statement.get("rounded").asText()).isEqualTo("0.50");
        assertThat(statement.get("left").asText()).isEqualTo("0.00");
    }

    @Test
    void undoneWithTheAllocationAndGivenAgainByHand() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(joined, -50);
        undo(payment);
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("OPEN");
        assertThat(invoice(joined).get("roundings")).hasSize(2);
        assertThat(membership(joined)).isZero();
        var wish = Map.of("allocations", List.of(Map.of("invoiceId", joined.invoiceId())));
        office.post("payments/" + payment + "/allocations", wish, key()).expect(201);
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(membership(joined)).isEqualTo(1);
    }

    @Test
    void undoneWithItsFile() {
        var joined = people.join("prov-tva", "ar");
        var file = office.get("payments/" + paid(joined, -50)).json().get("bankFileId");
        office.post("bank-files/" + file.asText() + ":undo", Map.of("reason", "Fel fil"), key())
                .expect(200);
        assertThat(invoice(joined).get("open").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(invoice(joined).get("roundings")).hasSize(2);
        assertThat(membership(joined)).isZero();
    }

    @Test
    void takenBackWithThePayment() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(joined, -50);
        var taken = List.of(OutgoingPayment.checked("Ören", joined.ocr(), joined.ore() - 50));
        var entry = UUID.randomUUID().toString().replace("-", "");
        var file = office.upload("name=avdrag.xml", new CamtWriter("9913310").takenBack(entry, DAY.plusDays(1), taken))
                .expect(201)
                .json();
        var deduction = office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
        office.post("payments/" + deduction + "/charge-backs", Map.of("paymentId", payment), key())
                .expect(201);
        assertThat(invoice(joined).get("open").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(invoice(joined).get("roundings")).hasSize(2);
    }

    @Test
    void moreThanTheToleranceStaysOpenAndTooMuchIsThePayers() {
        var short51 = people.join("prov-tva", "ar");
        paid(short51, -51);
        assertThat(invoice(short51).get("settlement").asText()).isEqualTo("PARTLY_PAID");
        assertThat(invoice(short51).get("roundings")).isEmpty();
        var over = office.get("payments/" + paid(people.join("prov-tva", "ar"), 50))
                .json();
        assertThat(over.get("suspense").asText()).isEqualTo("0.50");
        assertThat(over.get("reason").asText()).isEqualTo("OVERPAID");
    }

    @Test
    void whoIsCreditedGetsBackWhatWasPaidAndNotWhatWasRounded() {
        var joined = people.join("prov-tva", "ar");
        paid(joined, -50);
        var note = office.post(
                        "invoices/" + joined.invoiceId() + "/credit-notes", Map.of("reason", "Fel avgift"), key())
                .expect(201)
                .json();
        assertThat(note.get("kept").asText()).isEqualTo(decimal(joined.ore() - 50));
    }

    @Test
    void aRehearsalForeseesIt() {
        var joined = people.join("prov-tva", "ar");
        var file = file(OutgoingPayment.checked("Ören", joined.ocr(), joined.ore() - 20));
        var shown =
                office.upload("name=prov.txt&rehearsal=true", file).expect(201).json();
        assertThat(shown.at("/effects/0/kind").asText()).isEqualTo("ROUNDS");
        assertThat(shown.at("/effects/0/rounded").asText()).isEqualTo("0.20");
        var booked = office.post("bank-files/" + shown.get("id").asText() + ":book", Map.of(), key())
                .json();
        assertThat(booked.get("effects")).isEqualTo(shown.get("effects"));
        assertThat(booked.get("changes")).isEmpty();
    }

    @Test
    void theToleranceIsLittleAndChangedByWhoHasSeenIt() {
        assertThat(set("10.01").expect(422).text()).contains("payment-tolerance", "/tolerance");
        var body = Client.bytes(Map.of("tolerance", "0.10", "chargesWrittenOff", false));
        office.send("PUT", "payment-settings", body, "Content-Type", "application/json")
                .expect(428);
        office.send("PUT", "payment-settings", body, "Content-Type", "application/json", "If-Match", "\"99999\"")
                .expect(412);
    }

    private Client.Reply set(String tolerance) {
        var seen = office.get("payment-settings").expect(200);
        var body = Client.bytes(Map.of("tolerance", tolerance, "chargesWrittenOff", false));
        return office.send(
                "PUT", "payment-settings", body, "Content-Type", "application/json", "If-Match", seen.header("ETag"));
    }

    private String paid(SignUps.Joined joined, long more) {
        var bytes = file(OutgoingPayment.checked("Ören", joined.ocr(), joined.ore() + more));
        var file = office.upload("name=oren.txt", bytes).expect(201).json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    private static byte[] file(OutgoingPayment payment) {
        return BankFiles.of("9913310", DAY, List.of(payment));
    }

    private void undo(String payment) {
        var allocation =
                office.get("payments/" + payment).json().at("/allocations/0/id").asText();
        office.send("DELETE", "payments/" + payment + "/allocations/" + allocation, new byte[0], key())
                .expect(200);
    }

    private JsonNode invoice(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId()).expect(200).json();
    }

    private long membership(SignUps.Joined joined) {
        return product.books()
                .number("prov", "select status from membership where id = '" + joined.membershipId() + "'");
    }

    private long entries(SignUps.Joined joined) {
        return product.books()
                .number(
                        "prov",
                        "select count(*) from ledger_entry e join posting p on p.entry_id = e.id "
                                + "where p.account = 3740 and p.side = 0 and p.amount = 50 and p.invoice_id = '"
                                + joined.invoiceId() + "'");
    }

    private static String decimal(long ore) {
        return ore / 100 + "." + String.format("%02d", ore % 100);
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** One person alone moves no large sum, however it is cut; and a file that never reached the bank is no dead end. */
@OnRunningProduct
class RefundControlIT {
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(556_789);

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;

    RefundControlIT(Product product) {
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
    void aFileThatTheBankNeverHadIsWithdrawnAndItsRefundsGoIntoAnother() {
        var refund = propose(overpaying.by(people.join("prov-tva", "ar"), 65_00), wish("65.00"))
                .expect(201)
                .json();
        var lost = export(refund).expect(201).json();
        var withdrawn = withdraw(lost).expect(200).json();
        assertThat(withdrawn.get("withdrawnOn").asText()).isNotEmpty();
        assertThat(state(refund)).isEqualTo("APPROVED");
        assertThat(withdraw(lost).expect(409).problem()).isEqualTo("conflict-refund-file-withdrawn");

        var sent = export(refund).expect(201).json();
        assertThat(sent.get("messageId").asText())
                .isNotEqualTo(lost.get("messageId").asText());
        assertThat(answered(lost, refund, "ACSC").expect(422).text()).contains("refund-answer-withdrawn");
        assertThat(state(refund)).isEqualTo("EXPORTED");
        answered(sent, refund, "ACCP").expect(200);
        assertThat(withdraw(sent).expect(409).problem()).isEqualTo("conflict-refund-file-answered");
        var auditor = product.as("prov", "revisor");
        auditor.get("refund-exports/" + sent.get("id").asText() + "/file").expect(200);
        assertThat(withdraw(auditor, sent).status()).isEqualTo(403);
    }

    private Client.Reply withdraw(JsonNode file) {
        return withdraw(office, file);
    }

    private static Client.Reply withdraw(Client by, JsonNode file) {
        var path = "refund-exports/" + file.get("id").asText() + ":withdraw";
        return by.send("POST", path, new byte[0], "Idempotency-Key", Overpaying.key());
    }

    @Test
    void whatGoesToOneAccountIsAddedUpWhoeverPaid() {
        var account = "6789-77 001 122";
        var one = overpaying.by(people.join("prov-tva", "ar"), 600_00);
        var other = overpaying.paid(OutgoingPayment.free("Okänd", "vet ej", 600_00));
        assertThat(propose(one, wish("600.00", account))
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("APPROVED");
        assertThat(propose(other, wish("400.01", account))
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("PROPOSED");
        assertThat(propose(other, wish("100.00"))
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void oneAccountWrittenInTwoWaysIsOne() {
        var one = overpaying.by(people.join("prov-tva", "ar"), 600_00);
        var other = overpaying.paid(OutgoingPayment.free("Okänd", "vet ej", 600_00));
        var stated = propose(one, wish("600.00", "5839-8257466")).expect(201).json();
        assertThat(stated.get("state").asText()).isEqualTo("APPROVED");
        var iban = Map.of(
                "amount", "600.00", "accountKind", "IBAN", "account", "SE4550000000058398257466", "payee", "Anna Ek");
        assertThat(propose(other, iban).expect(201).json().get("state").asText())
                .isEqualTo("PROPOSED");
    }

    @Test
    void aHigherLimitHoldsFromTheNextDay() {
        var seen = office.get("refund-limit").expect(200);
        var was = seen.json().get("amount").asText();
        assertThat(limit(seen, "50000.00").get("inForce").asText()).isEqualTo(was);
        var payment = overpaying.by(people.join("prov-tva", "ar"), 1_300_00);
        assertThat(propose(payment, wish("1300.00"))
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("PROPOSED");
        assertThat(limit(office.get("refund-limit"), was).get("inForce").asText())
                .isEqualTo(was);
    }

    private JsonNode limit(Client.Reply seen, String amount) {
        var body = Client.bytes(Map.of("amount", amount));
        return office.send(
                        "PUT",
                        "refund-limit",
                        body,
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        seen.header("ETag"))
                .expect(200)
                .json();
    }

    private Client.Reply propose(String payment, Map<String, ?> wish) {
        return overpaying.post("payments/" + payment + "/refunds", wish);
    }

    private static Map<String, Object> wish(String amount) {
        return wish(amount, "6789-124 " + ACCOUNTS.incrementAndGet());
    }

    private static Map<String, Object> wish(String amount, String account) {
        return Map.of("amount", amount, "accountKind", "ACCOUNT", "account", account, "payee", "Anna Ek");
    }

    private Client.Reply export(JsonNode refund) {
        return overpaying.post(
                "refund-exports",
                Map.of(
                        "sellerGroupId",
                        refund.get("sellerGroupId").asText(),
                        "refundIds",
                        List.of(refund.get("id").asText())));
    }

    private Client.Reply answered(JsonNode file, JsonNode refund, String status) {
        var report = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>
                <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(file.get("messageId").asText(), reference(refund), status);
        return office.send(
                "POST",
                "refund-exports/" + file.get("id").asText() + "/answers",
                report.strip().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/xml");
    }

    private static String reference(JsonNode refund) {
        return refund.get("id").asText().replace("-", "");
    }

    private String state(JsonNode refund) {
        return office.get("refunds/" + refund.get("id").asText())
                .expect(200)
                .json()
                .get("state")
                .asText();
    }
}

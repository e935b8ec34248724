package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Money is paid back: approved by a second person above the limit, sent to the bank, answered by it. */
@OnRunningProduct
class RefundIT {
    private static final int THREADS = 8;
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(456_789);

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;

    RefundIT(Product product) {
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
    void theSurplusGoesBackByFileAndTheBankSaysSo() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 50_00);
        var refund =
                propose(payment, wish("50.00", "6789-123 456 789")).expect(201).json();
        assertThat(refund.get("state").asText()).isEqualTo("APPROVED");
        assertThat(refund.get("account").asText()).isEqualTo("6789-123456789");
        var after = office.get("payments/" + payment).json();
        assertThat(after.get("refunded").asText()).isEqualTo("50.00");
        assertThat(after.get("suspense").asText()).isEqualTo("0.00");

        var file = export(refund).expect(201).json();
        var path = "refund-exports/" + file.get("id").asText();
        var bytes = office.get(path + "/file").expect(200).bytes();
        assertThat(office.get(path + "/file").expect(200).bytes()).isEqualTo(bytes);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("<CtrlSum>50.00</CtrlSum>", "<MmbId>6789</MmbId>", "<Id>123456789</Id>", reference(refund));
        assertThat(act(refund, "cancel", Map.of()).expect(409).problem()).isEqualTo("conflict-refund-sent");

        assertThat(answer(file, refund, "ACCP").get("underWay").asInt()).isEqualTo(1);
        assertThat(state(refund)).isEqualTo("EXPORTED");
        assertThat(answer(file, refund, "ACSC").get("paid").asInt()).isEqualTo(1);
        assertThat(state(refund)).isEqualTo("PAID");
        assertThat(answer(file, refund, "ACSC").get("paid").asInt()).as("once").isZero();
    }

    @Test
    void whatTheBankRefusesIsThePayersCreditBalance() {
        var joined = people.join("prov-tva", "ar");
        var refund =
                propose(overpaying.by(joined, 60_00), wish("60.00")).expect(201).json();
        var file = export(refund).expect(201).json();
        assertThat(answer(file, refund, "RJCT").get("failed").asInt()).isEqualTo(1);
        var failed = office.get("refunds/" + refund.get("id").asText()).json();
        assertThat(failed.get("state").asText()).isEqualTo("FAILED");
        assertThat(failed.get("failure").asText()).isEqualTo("AC01");
        assertThat(overpaying.kept(joined)).isEqualTo("60.00");
        assertThat(answer(file, refund, "RJCT").get("failed").asInt()).isZero();
        assertThat(overpaying.kept(joined)).isEqualTo("60.00");
    }

    @Test
    void aPaidRefundThatComesBackIsOwedAgain() {
        var joined = people.join("prov-tva", "ar");
        var refund =
                propose(overpaying.by(joined, 70_00), wish("70.00")).expect(201).json();
        act(refund, "pay", Map.of()).expect(200);
        assertThat(act(refund, "pay", Map.of()).expect(409).problem()).isEqualTo("conflict-refund-not-approved");
        act(refund, "fail", Map.of("reason", "Kontot är avslutat")).expect(200);
        assertThat(overpaying.kept(joined)).isEqualTo("70.00");
    }

    @Test
    void aRefundThatComesBackAsAPaymentIsCountedOnce() {
        var joined = people.join("prov-tva", "ar");
        var refund =
                propose(overpaying.by(joined, 71_00), wish("71.00")).expect(201).json();
        act(refund, "pay", Map.of()).expect(200);
        var small = overpaying.paid(OutgoingPayment.free("Banken", "retur", 70_99));
        var back = overpaying.paid(OutgoingPayment.free("Banken", "retur", 75_00));

        assertThat(act(refund, "fail", Map.of("paymentId", small)).expect(422).text())
                .contains("refund-came-back", "71.00");
        var failed = act(refund, "fail", Map.of("paymentId", back)).expect(200).json();

        assertThat(failed.get("cameBackId").asText()).isEqualTo(back);
        assertThat(overpaying.kept(joined)).isEqualTo("71.00");
        var payment = office.get("payments/" + back).json();
        assertThat(payment.get("refunded").asText()).isEqualTo("71.00");
        assertThat(payment.get("suspense").asText()).isEqualTo("4.00");
        assertThat(act(refund, "fail", Map.of("paymentId", back)).expect(409).problem())
                .isEqualTo("conflict-refund-not-sent");
    }

    @Test
    void whoeverPaidAndIsUnknownGetsItBackOrItWaitsAgain() {
        var payment = overpaying.paid(OutgoingPayment.free("Okänd", "vet ej", 80_00));
        var refund = propose(payment, wish("30.00")).expect(201).json();
        assertThat(office.get("payments/" + payment).json().get("suspense").asText())
                .isEqualTo("50.00");
        act(refund, "cancel", Map.of("reason", "Fel konto")).expect(200);
        var after = office.get("payments/" + payment).json();
        assertThat(after.get("suspense").asText()).isEqualTo("80.00");
        assertThat(after.get("refunded").asText()).isEqualTo("0.00");
        assertThat(after.get("reason").asText()).isEqualTo("UNDONE");
    }

    @Test
    void aboveTheLimitASecondPersonApproves() {
        var joined = people.join("prov-tva", "ar");
        var refund = propose(overpaying.by(joined, 1_500_00), wish("1500.00"))
                .expect(201)
                .json();
        assertThat(refund.get("state").asText()).isEqualTo("PROPOSED");
        assertThat(refund.get("ownProposal").asBoolean()).isTrue();
        assertThat(act(refund, "approve", Map.of()).expect(422).text()).contains("refund-second-person");
        assertThat(act(refund, "pay", Map.of()).expect(409).problem()).isEqualTo("conflict-refund-not-approved");
        assertThat(export(refund).expect(422).text()).contains("refund-not-exportable");
        var second = product.as("prov", "kassor");
        second.send(
                        "POST",
                        "refunds/" + refund.get("id").asText() + ":approve",
                        new byte[0],
                        "Idempotency-Key",
                        Overpaying.key())
                .expect(200);
        assertThat(state(refund)).isEqualTo("APPROVED");
        act(refund, "pay", Map.of()).expect(200);
        assertThat(state(refund)).isEqualTo("PAID");
    }

    @Test
    void whatIsSplitToStayBelowTheLimitIsAddedUp() {
        var payment = overpaying.by(people.join("prov-tva", "ar"), 1_200_00);
        assertThat(propose(payment, wish("600.00"))
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("APPROVED");
        assertThat(propose(payment, wish("600.00"))
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("PROPOSED");
    }

    @Test
    void theLimitIsChangedByWhoHasSeenItLast() {
        var seen = office.get("refund-limit").expect(200);
        var same = Client.bytes(Map.of("amount", seen.json().get("amount").asText()));
        assertThat(office.send("PUT", "refund-limit", same, "Content-Type", "application/json")
                        .status())
                .isEqualTo(428);
        office.send("PUT", "refund-limit", same, "Content-Type", "application/json", "If-Match", seen.header("ETag"))
                .expect(200);
        office.send("PUT", "refund-limit", same, "Content-Type", "application/json", "If-Match", seen.header("ETag"))
                .expect(412);
    }

    @Test
    void aCreditBalanceIsPaidBackAndNoMoreThanThat() {
        var joined = people.join("prov-tva", "ar");
        office.post(
                        "payments/" + overpaying.by(joined, 90_00) + "/credits",
                        Map.of(),
                        "Idempotency-Key",
                        Overpaying.key())
                .expect(201);
        var wish = new HashMap<String, Object>(wish("90.01"));
        wish.put("memberId", joined.memberId());
        wish.put(
                "sellerGroupId",
                office.all("credit-balances?memberId=" + joined.memberId())
                        .get(0)
                        .get("sellerGroupId")
                        .asText());
        assertThat(overpaying.post("refunds", wish).expect(422).text()).contains("balance-too-little");
        wish.put("amount", "90.00");
        var refund = overpaying.post("refunds", wish).expect(201).json();
        assertThat(overpaying.kept(joined)).isEqualTo("0.00");
        act(refund, "cancel", Map.of()).expect(200);
        assertThat(overpaying.kept(joined)).isEqualTo("90.00");
    }

    @Test
    void badWishesAreRefusedWithTheirPlace() {
        var payment = overpaying.by(people.join("prov-tva", "ar"), 50_00);
        assertThat(propose(payment, wish("50.01")).expect(422).text()).contains("surplus-over-waiting");
        var account = new HashMap<String, Object>(wish("10.00"));
        account.put("account", "123");
        assertThat(propose(payment, account)
                        .expect(422)
                        .json()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/account");
        var steering = new HashMap<String, Object>(wish("10.00"));
        steering.put("note", "rad ett\nrad två");
        assertThat(propose(payment, steering).expect(422).text()).contains("refund-note");
        var nobody = new HashMap<String, Object>(wish("10.00"));
        nobody.put("payee", " ");
        assertThat(propose(payment, nobody).expect(422).text()).contains("refund-payee");
        assertThat(office.send(
                                "POST",
                                "refund-exports/"
                                        + export(propose(payment, wish("10.00"))
                                                        .expect(201)
                                                        .json())
                                                .expect(201)
                                                .json()
                                                .get("id")
                                                .asText()
                                        + "/answers",
                                "skräp".getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "application/xml")
                        .expect(422)
                        .text())
                .contains("refund-answer-unreadable");
    }

    @Test
    void theSameMoneyIsPaidBackOnceHoweverManyWantIt() throws Exception {
        var payment = overpaying.by(people.join("prov-tva", "ar"), 100_00);
        var workers = Executors.newFixedThreadPool(THREADS);
        try {
            var work = new ArrayList<Callable<Client.Reply>>();
            for (var i = 0; i < THREADS; i++) {
                work.add(() -> propose(payment, wish("40.00")));
            }
            var made = 0;
            for (var reply : workers.invokeAll(work, 120, TimeUnit.SECONDS)) {
                made += reply.get().status() == 201 ? 1 : 0;
            }
            assertThat(made).isEqualTo(2);
        } finally {
            workers.shutdownNow();
        }
    }

    private Client.Reply propose(String payment, Map<String, ?> wish) {
        return overpaying.post("payments/" + payment + "/refunds", wish);
    }

    private static Map<String, Object> wish(String amount) {
        return wish(amount, "6789-123 " + ACCOUNTS.incrementAndGet());
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

    private JsonNode answer(JsonNode file, JsonNode refund, String status) {
        return answered(file, refund, status).expect(200).json();
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

    private Client.Reply act(JsonNode refund, String act, Map<String, ?> body) {
        return overpaying.post("refunds/" + refund.get("id").asText() + ":" + act, body);
    }

    private String state(JsonNode refund) {
        return office.get("refunds/" + refund.get("id").asText())
                .expect(200)
                .json()
                .get("state")
                .asText();
    }
}

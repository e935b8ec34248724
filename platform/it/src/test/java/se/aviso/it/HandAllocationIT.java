package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Money that waits is given to invoices by a person, and taken back; never more than there is. */
@OnRunningProduct
class HandAllocationIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);
    private static final int THREADS = 12;

    private final Product product;
    private final Client office;
    private final SignUps people;

    HandAllocationIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aPaymentSettlesTwoInvoicesAndTheRestWaits() {
        var one = people.join("prov-tva", "ar");
        var two = people.join("prov-tva", "ar");
        var payment = paid(OutgoingPayment.free("Friskvård AB", "två avier", one.ore() + two.ore() + 5_000));
        var body = allocate(payment, one, two).expect(201).json();
        assertThat(body.get("suspense").asText()).isEqualTo("50.00");
        assertThat(body.get("reason").asText()).isEqualTo("OVERPAID");
        assertThat(body.get("allocations")).hasSize(2);
        for (var joined : List.of(one, two)) {
            assertThat(settlement(joined)).isEqualTo("SETTLED");
            assertThat(membership(joined)).isEqualTo(1);
        }
    }

    @Test
    void aPartLeavesTheInvoicePartlyPaidAndTheRestForTheReasonItHad() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(OutgoingPayment.free("Någon", "en del", joined.ore()));
        var part = Map.of("allocations", List.of(Map.of("invoiceId", joined.invoiceId(), "amount", "100.00")));
        var reason = office.get("payments/" + payment).json().get("reason").asText();
        var body = send(payment, part, UUID.randomUUID().toString()).expect(201).json();
        assertThat(body.get("allocated").asText()).isEqualTo("100.00");
        assertThat(body.get("reason").asText()).isEqualTo(reason);
        assertThat(settlement(joined)).isEqualTo("PARTLY_PAID");
        assertThat(membership(joined)).isZero();
    }

    @Test
    void whatIsUndoneWaitsAgainAndThePeriodIsNoLongerPaid() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(OutgoingPayment.free("Någon", "fel person", joined.ore()));
        var allocation = allocate(payment, joined)
                .expect(201)
                .json()
                .at("/allocations/0/id")
                .asText();
        var path = "payments/" + payment + "/allocations/" + allocation;
        var key = UUID.randomUUID().toString();
        var undone =
                office.send("DELETE", path, new byte[0], "Idempotency-Key", key).expect(200);
        assertThat(undone.json().get("reason").asText()).isEqualTo("UNDONE");
        assertThat(undone.json().get("allocated").asText()).isEqualTo("0.00");
        assertThat(undone.json().at("/allocations/1/reversesId").asText()).isEqualTo(allocation);
        assertThat(settlement(joined)).isEqualTo("OPEN");
        assertThat(membership(joined)).isZero();
        assertThat(office.send("DELETE", path, new byte[0], "Idempotency-Key", key)
                        .expect(200)
                        .text())
                .isEqualTo(undone.text());
        var again = office.send(
                "DELETE",
                path,
                new byte[0],
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(again.expect(409).problem()).isEqualTo("conflict-allocation-undone");
        allocate(payment, joined).expect(201);
        assertThat(membership(joined)).isEqualTo(1);
    }

    @Test
    void whatABankFileHasSettledCanBeUndoneToo() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(BankFiles.paying(joined));
        assertThat(membership(joined)).isEqualTo(1);
        var allocation =
                office.get("payments/" + payment).json().at("/allocations/0/id").asText();
        office.send(
                        "DELETE",
                        "payments/" + payment + "/allocations/" + allocation,
                        new byte[0],
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200);
        assertThat(settlement(joined)).isEqualTo("OPEN");
        assertThat(membership(joined)).isZero();
    }

    @Test
    void theSameKeyAllocatesOnceAndNoneIsRefused() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(OutgoingPayment.free("Någon", "en gång", 2 * joined.ore()));
        var key = UUID.randomUUID().toString();
        var first = send(payment, to(joined), key).expect(201);
        assertThat(send(payment, to(joined), key).expect(201).text()).isEqualTo(first.text());
        var other = Map.of("allocations", List.of());
        assertThat(send(payment, other, key).expect(422).problem()).isEqualTo("idempotency-key-reused");
        var keyless = office.post("payments/" + payment + "/allocations", to(joined));
        assertThat(keyless.expect(400).problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void manyAtOnceGiveOnePaymentOnce() throws Exception {
        var joined = new ArrayList<SignUps.Joined>();
        for (var i = 0; i < THREADS; i++) {
            joined.add(people.join("prov-tva", "ar"));
        }
        var payment =
                paid(OutgoingPayment.free("Någon", "en för alla", joined.get(0).ore()));
        var statuses = atOnce(number -> allocate(payment, joined.get(number)).status());
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void manyAtOncePayOneInvoiceOnce() throws Exception {
        var joined = people.join("prov-tva", "ar");
        var payments = new ArrayList<String>();
        for (var i = 0; i < THREADS; i++) {
            payments.add(paid(OutgoingPayment.free("Någon", "alla för en " + i, joined.ore())));
        }
        var statuses = atOnce(number -> allocate(payments.get(number), joined).status());
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void whatIsForeignIsUnknown() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(OutgoingPayment.free("Någon", "främmande", joined.ore()));
        var theirs = people.join("annan-ett", "ar");
        assertThat(allocate(payment, theirs).expect(404).problem()).isEqualTo("not-found");
        for (var stranger : List.of(product.admin("annan"), product.as("prov", "ordforande"))) {
            var key = UUID.randomUUID().toString();
            var path = "payments/" + payment + "/allocations";
            stranger.post(path, to(joined), "Idempotency-Key", key).expect(404);
            stranger.get("payments/" + payment + "/suggestions").expect(404);
            var allocation = path + "/" + UUID.randomUUID();
            stranger.send("DELETE", allocation, new byte[0], "Idempotency-Key", key)
                    .expect(404);
        }
        assertThat(office.get("payments/" + payment).json().get("allocations")).isEmpty();
    }

    @Test
    void anotherSellersInvoiceCannotBeChosen() {
        var elsewhere = people.join("prov-ett", "ar");
        var payment = paid(OutgoingPayment.free("Någon", "fel mottagare", elsewhere.ore()));
        assertThat(allocate(payment, elsewhere).expect(422).problem()).isEqualTo("allocation-other-seller");
    }

    @Test
    void aSlipInTheReferenceIsSuggestedAndSearchFindsTheRest() {
        var joined = people.join("prov-tva", "ar");
        var ocr = joined.ocr();
        var slipped = (ocr.charAt(0) == '9' ? '8' : (char) (ocr.charAt(0) + 1)) + ocr.substring(1); // near no other's
        var payment = paid(OutgoingPayment.free("Okänd Människa", slipped, joined.ore()));
        var first = office.get("payments/" + payment + "/suggestions")
                .expect(200)
                .json()
                .get(0);
        assertThat(first.get("invoiceId").asText()).isEqualTo(joined.invoiceId());
        assertThat(first.get("evidence").toString()).contains("SLIPPED_DIGIT", "SAME_AMOUNT");
        assertThat(first.get("likely").asBoolean()).isTrue();
        for (var text : List.of(ocr, joined.number())) {
            assertThat(office.get("payments/" + payment + "/suggestions?q=" + text)
                            .expect(200)
                            .json())
                    .anyMatch(found -> found.get("invoiceId").asText().equals(joined.invoiceId()));
        }
        assertThat(office.all("payments?reference=" + slipped))
                .singleElement()
                .satisfies(found -> assertThat(found.get("id").asText()).isEqualTo(payment));
    }

    private String paid(OutgoingPayment payment) {
        var file = office.upload("name=by-hand.txt", BankFiles.of("9913310", DAY, List.of(payment)))
                .expect(201)
                .json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    private Client.Reply allocate(String payment, SignUps.Joined... joined) {
        return send(payment, to(joined), UUID.randomUUID().toString());
    }

    private Client.Reply send(String payment, Map<String, ?> body, String key) {
        return office.post("payments/" + payment + "/allocations", body, "Idempotency-Key", key);
    }

    private static Map<String, ?> to(SignUps.Joined... joined) {
        var wishes = new ArrayList<Map<String, String>>();
        for (var each : joined) {
            wishes.add(Map.of("invoiceId", each.invoiceId()));
        }
        return Map.of("allocations", wishes);
    }

    private String settlement(SignUps.Joined joined) {
        JsonNode invoice =
                office.get("invoices/" + joined.invoiceId()).expect(200).json();
        return invoice.get("settlement").asText();
    }

    private long membership(SignUps.Joined joined) {
        return product.books()
                .number("prov", "select status from membership where id = '" + joined.membershipId() + "'");
    }

    private interface Work {
        int of(int number);
    }

    /** Begins them all at the same moment and waits for all. */
    private static List<Integer> atOnce(Work work) throws Exception {
        var start = new CyclicBarrier(THREADS);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = new ArrayList<Callable<Integer>>();
            for (var number = 0; number < THREADS; number++) {
                var mine = number;
                calls.add(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return work.of(mine);
                });
            }
            var results = new ArrayList<Integer>();
            for (var done : pool.invokeAll(calls, 5, TimeUnit.MINUTES)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** What was paid too much is kept for the payer, and used by the next invoice; never more than there is. */
@OnRunningProduct
class CreditBalanceIT {
    private static final int THREADS = 8;

    private final Product product;
    private final Client office;
    private final SignUps people;
    private final Overpaying overpaying;
    private final String group;

    CreditBalanceIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
        this.overpaying = new Overpaying(office);
        this.group = new Tree(office).id("prov-tva");
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void theSurplusIsKeptAndTheNextInvoiceTakesIt() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 50_00);
        var kept = keep(payment, Map.of()).expect(201).json();
        assertThat(kept.get("kept").asText()).isEqualTo("50.00");
        assertThat(kept.get("suspense").asText()).isEqualTo("0.00");
        assertThat(kept.get("reason").asText()).isEqualTo("NONE");
        assertThat(kept.at("/credits/0/memberId").asText()).isEqualTo(joined.memberId());
        assertThat(overpaying.kept(joined)).isEqualTo("50.00");

        var next = bill(joined, "120.00");
        assertThat(next.get("open").asText()).isEqualTo("70.00");
        assertThat(next.get("settlement").asText()).isEqualTo("PARTLY_PAID");
        assertThat(next.at("/creditUses/0/amount").asText()).isEqualTo("50.00");
        assertThat(next.at("/creditUses/0/onDocument").asBoolean()).isTrue();
        assertThat(overpaying.kept(joined)).isEqualTo("0.00");
        var spent = takeBackSurplus(payment, kept.at("/credits/0/id").asText());
        assertThat(spent.expect(409).problem()).isEqualTo("conflict-balance-spent");
    }

    @Test
    void anInvoiceThatIsCoveredIsPaidAndAsksForNothing() {
        var joined = people.join("prov-tva", "ar");
        keep(overpaying.by(joined, 500_00), Map.of()).expect(201);
        var next = bill(joined, "120.00");
        assertThat(next.get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(overpaying.kept(joined)).isEqualTo("380.00");
        var pdf = office.get("invoices/" + next.get("id").asText() + "/document.pdf")
                .expect(200)
                .bytes();
        assertThat(pdf).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        var receipt = office.get("invoices/" + next.get("id").asText() + "/receipt")
                .expect(200)
                .json();
        assertThat(receipt.at("/payments/0/way").asText()).isEqualTo("CREDIT_BALANCE");
        assertThat(receipt.get("payments")).hasSize(1);
        var note = office.post(
                        "invoices/" + next.get("id").asText() + "/credit-notes",
                        Map.of("reason", "Fel"),
                        "Idempotency-Key",
                        Overpaying.key())
                .expect(201)
                .json();
        assertThat(note.get("kept").asText()).as("it comes back").isEqualTo("120.00");
        assertThat(overpaying.kept(joined)).isEqualTo("500.00");
    }

    @Test
    void onlyWhatWaitsIsKeptAndOnlyForSomebodyKnown() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 50_00);
        assertThat(keep(payment, Map.of("amount", "50.01")).expect(422).text()).contains("surplus-over-waiting");
        assertThat(keep(payment, Map.of("amount", "0.00")).expect(422).text()).contains("surplus-amount");
        assertThat(keep(payment, Map.of("amount", "x")).expect(422).text()).contains("bad-amount");
        var nobody = Map.of("memberId", UUID.randomUUID().toString());
        assertThat(keep(payment, nobody).expect(422).text()).contains("unknown-member");
        var unknown = overpaying.paid(OutgoingPayment.free("Okänd", "vet ej", 75_00));
        assertThat(keep(unknown, Map.of()).expect(422).text()).contains("surplus-of-whom");
        var part = keep(unknown, Map.of("memberId", joined.memberId(), "amount", "25.00"))
                .expect(201)
                .json();
        assertThat(part.get("suspense").asText()).isEqualTo("50.00");
        assertThat(part.get("reason").asText()).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(keep(overpaying.paid(BankFiles.paying(people.join("prov-tva", "ar"))), Map.of())
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-payment-settled");
    }

    @Test
    void whatWasKeptWaitsAgain() {
        var joined = people.join("prov-tva", "ar");
        var payment = overpaying.by(joined, 50_00);
        var credit =
                keep(payment, Map.of()).expect(201).json().at("/credits/0/id").asText();
        var back = takeBackSurplus(payment, credit).expect(200).json();
        assertThat(back.get("suspense").asText()).isEqualTo("50.00");
        assertThat(back.get("reason").asText()).isEqualTo("UNDONE");
        assertThat(back.at("/credits/1/reversesId").asText()).isEqualTo(credit);
        assertThat(overpaying.kept(joined)).isEqualTo("0.00");
        assertThat(takeBackSurplus(payment, credit).expect(409).problem()).isEqualTo("conflict-surplus-taken-back");
    }

    @Test
    void aPersonGivesItToAnInvoiceAndTakesItBack() {
        var joined = people.join("prov-tva", "ar");
        var open = bill(joined, "120.00").get("id").asText();
        assertThat(use(open, Map.of()).expect(409).problem()).isEqualTo("conflict-balance-none");
        keep(overpaying.by(joined, 150_00), Map.of()).expect(201);
        assertThat(use(open, Map.of("amount", "120.01")).expect(422).text()).contains("balance-over-open");
        var used = use(open, Map.of("amount", "100.00")).expect(201).json();
        assertThat(used.get("open").asText()).isEqualTo("20.00");
        assertThat(used.at("/creditUses/0/onDocument").asBoolean()).isFalse();
        assertThat(use(open, Map.of()).expect(201).json().get("settlement").asText())
                .isEqualTo("SETTLED");
        assertThat(overpaying.kept(joined)).isEqualTo("30.00");
        var path = "invoices/" + open + "/credit-uses/"
                + used.at("/creditUses/0/id").asText();
        var back = office.send("DELETE", path, new byte[0], "Idempotency-Key", Overpaying.key())
                .expect(200)
                .json();
        assertThat(back.get("open").asText()).isEqualTo("100.00");
        assertThat(overpaying.kept(joined)).isEqualTo("130.00");
        assertThat(office.send("DELETE", path, new byte[0], "Idempotency-Key", Overpaying.key())
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-balance-given-back");
    }

    @Test
    void aBalanceIsGivenAwayOnceHoweverManyWantIt() throws Exception {
        var joined = people.join("prov-tva", "ar");
        var open = new ArrayList<String>();
        for (var i = 0; i < THREADS; i++) {
            open.add(bill(joined, "40.00").get("id").asText());
        }
        keep(overpaying.by(joined, 100_00), Map.of()).expect(201);
        var workers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Client.Reply>> work = open.stream()
                    .map(invoice -> (Callable<Client.Reply>) () -> use(invoice, Map.of()))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var reply : workers.invokeAll(work, 120, TimeUnit.SECONDS)) {
                statuses.add(reply.get().status());
            }
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(THREADS - 3);
        } finally {
            workers.shutdownNow();
        }
        assertThat(overpaying.kept(joined)).isEqualTo("0.00");
    }

    private Client.Reply keep(String payment, Map<String, ?> body) {
        return office.post("payments/" + payment + "/credits", body, "Idempotency-Key", Overpaying.key());
    }

    private Client.Reply takeBackSurplus(String payment, String credit) {
        return office.send(
                "DELETE",
                "payments/" + payment + "/credits/" + credit,
                new byte[0],
                "Idempotency-Key",
                Overpaying.key());
    }

    private Client.Reply use(String invoice, Map<String, ?> body) {
        return office.post("invoices/" + invoice + "/credit-uses", body, "Idempotency-Key", Overpaying.key());
    }

    private JsonNode bill(SignUps.Joined joined, String amount) {
        var line = Map.of("kind", "FREE", "text", "Läger", "unit", amount, "vat", "ZERO", "account", 3050);
        var body = Map.of("groupId", group, "memberId", joined.memberId(), "lines", List.of(line));
        return office.post("invoices", body, "Idempotency-Key", Overpaying.key())
                .expect(201)
                .json();
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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

/** An invoice is credited, whole or in part; the books say what came of it. */
@OnRunningProduct
class CreditIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);
    private static final int THREADS = 8;

    private final Product product;
    private final Client office;
    private final SignUps people;

    CreditIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void anUnpaidInvoiceIsCreditedWholeAndItsPeriodWithdrawn() {
        var joined = people.join("prov-tva", "ar");
        var foreseen = office.post("invoices/" + joined.invoiceId() + "/credit-notes?preview=true", Map.of())
                .expect(200)
                .json();
        assertThat(foreseen.at("/periods/0/after").asText()).isEqualTo("CANCELLED");
        assertThat(foreseen.get("openAfter").asText()).isEqualTo("0.00");
        assertThat(invoice(joined).get("document").asText()).isEqualTo("ISSUED");

        var note = credit(joined, whole()).expect(201).json();
        assertThat(note.get("total").asText())
                .isEqualTo(invoice(joined).get("total").asText());
        assertThat(note.get("kept").asText()).isEqualTo("0.00");
        assertThat(note.get("whole").asBoolean()).isTrue();
        assertThat(invoice(joined).get("document").asText()).isEqualTo("CREDITED");
        assertThat(invoice(joined).get("open").asText()).isEqualTo("0.00");
        assertThat(period(joined)).isEqualTo(4);
        var document =
                office.get("invoices/" + note.get("id").asText()).expect(200).json();
        assertThat(document.get("kind").asText()).isEqualTo("CREDIT_NOTE");
        assertThat(document.get("number").asText()).isEqualTo(note.get("number").asText());
        var pdf = office.get("invoices/" + note.get("id").asText() + "/document.pdf")
                .expect(200);
        assertThat(pdf.text()).startsWith("%PDF");
        assertThat(office.get("invoices/" + joined.invoiceId() + "/credit-notes")
                        .expect(200)
                        .json())
                .singleElement()
                .satisfies(found -> assertThat(found.get("reason").asText()).isEqualTo("Ångrade sig"));
    }

    @Test
    void whatWasPaidIsKeptForThePayer() {
        var joined = people.join("prov-tva", "ar");
        paid(BankFiles.paying(joined));
        var note = credit(joined, whole()).expect(201).json();
        assertThat(note.get("kept").asText()).isEqualTo(note.get("total").asText());
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(period(joined)).isEqualTo(4);
        assertThat(balance(joined)).isEqualTo(joined.ore());
    }

    @Test
    void thePaymentOfACreditedInvoiceCannotBeTakenBackToo() {
        var joined = people.join("prov-tva", "ar");
        var payment = paid(BankFiles.paying(joined));
        credit(joined, whole()).expect(201);
        var allocation =
                office.get("payments/" + payment).json().at("/allocations/0/id").asText();
        var refused = office.send(
                "DELETE", "payments/" + payment + "/allocations/" + allocation, new byte[0], "Idempotency-Key", key());
        assertThat(refused.expect(409).problem()).isEqualTo("conflict-kept-for-payer");
    }

    @Test
    void aPaymentForACreditedInvoiceWaits() {
        var joined = people.join("prov-tva", "ar");
        credit(joined, whole()).expect(201);
        var payment = paid(BankFiles.paying(joined));
        assertThat(office.get("payments/" + payment).json().get("reason").asText())
                .isEqualTo("CREDITED");
        assertThat(office.get("payments/" + payment + "/suggestions").json())
                .filteredOn(found -> found.get("invoiceId").asText().equals(joined.invoiceId()))
                .singleElement()
                .satisfies(found -> assertThat(found.get("evidence").toString()).contains("REFERENCE", "CREDITED"));
    }

    @Test
    void partsAddUpAndNoMoreIsCredited() {
        var joined = people.join("prov-tva", "ar");
        var total = joined.ore();
        credit(joined, part("amount", "0.01")).expect(201);
        assertThat(invoice(joined).get("document").asText()).isEqualTo("ISSUED");
        assertThat(period(joined)).isZero();
        var over = credit(joined, part("amount", decimal(total))).expect(422);
        assertThat(over.problem()).isEqualTo("credit-over-line");
        paid(OutgoingPayment.checked("Någon", joined.ocr(), total - 1));
        assertThat(period(joined)).isEqualTo(1);
        var rest = credit(joined, whole()).expect(201).json();
        assertThat(rest.get("kept").asText()).isEqualTo(decimal(total - 1));
        assertThat(invoice(joined).get("document").asText()).isEqualTo("CREDITED");
        assertThat(period(joined)).isEqualTo(4);
        assertThat(credit(joined, whole()).expect(409).problem()).isEqualTo("conflict-credited");
    }

    @Test
    void aReasonIsDemandedAndTheSameKeyCreditsOnce() {
        var joined = people.join("prov-tva", "ar");
        assertThat(credit(joined, Map.of()).expect(422).problem()).isEqualTo("reason-missing");
        var path = "invoices/" + joined.invoiceId() + "/credit-notes";
        assertThat(office.post(path, whole()).expect(400).problem()).isEqualTo("idempotency-key-missing");
        var key = key();
        var first = office.post(path, part("amount", "10.00"), "Idempotency-Key", key)
                .expect(201);
        assertThat(office.post(path, part("amount", "10.00"), "Idempotency-Key", key)
                        .expect(201)
                        .text())
                .isEqualTo(first.text());
        assertThat(office.get(path).json()).hasSize(1);
    }

    @Test
    void manyAtOnceCreditOneInvoiceOnce() throws Exception {
        var joined = people.join("prov-tva", "ar");
        assertThat(atOnce(() -> credit(joined, whole()).status()))
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void whatIsForeignIsUnknown() {
        var joined = people.join("prov-tva", "ar");
        var path = "invoices/" + joined.invoiceId() + "/credit-notes";
        for (var stranger : List.of(product.admin("annan"), product.as("prov", "ordforande"))) {
            stranger.post(path, whole(), "Idempotency-Key", key()).expect(404);
            stranger.get(path).expect(404);
        }
        assertThat(office.get(path).json()).isEmpty();
    }

    private String paid(OutgoingPayment payment) {
        var file = office.upload("name=credit.txt", BankFiles.of("9913310", DAY, List.of(payment)))
                .expect(201)
                .json();
        return office.all("payments?bankFileId=" + file.get("id").asText())
                .get(0)
                .get("id")
                .asText();
    }

    private Client.Reply credit(SignUps.Joined joined, Map<String, ?> body) {
        return office.post("invoices/" + joined.invoiceId() + "/credit-notes", body, "Idempotency-Key", key());
    }

    private static Map<String, ?> whole() {
        return Map.of("reason", "Ångrade sig");
    }

    private static Map<String, ?> part(String field, String value) {
        return Map.of("reason", "Ångrade sig", "lines", List.of(Map.of("line", 1, field, value)));
    }

    private JsonNode invoice(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId()).expect(200).json();
    }

    private long period(SignUps.Joined joined) {
        return product.books()
                .number("prov", "select state from period where membership_id = '" + joined.membershipId() + "'");
    }

    private long balance(SignUps.Joined joined) {
        return product.books()
                .number(
                        "prov",
                        "select b.amount from credit_balance b join invoice i on i.member_id = b.member_id where i.id = '"
                                + joined.invoiceId() + "'");
    }

    private static String decimal(long ore) {
        return ore / 100 + "." + (ore % 100 < 10 ? "0" : "") + ore % 100;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static List<Integer> atOnce(Callable<Integer> work) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = new ArrayList<Callable<Integer>>();
            for (var number = 0; number < THREADS; number++) {
                calls.add(work);
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

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.aviso.demo.bank.OutgoingPayment;

/** The main job, once round: join, bill, pay, remind, renew, lapse. Its days go forward, so its tests have an order. */
@OnRunningProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CircleIT {
    private static final String TENANT = "cirkel";
    private static final String GROUP = "cirkel-ett";
    private static final String BANKGIRO = "9913336";
    private static final LocalDate START = LocalDate.of(2027, 1, 4);

    private final Client office;
    private final SignUps people;

    CircleIT(Product product) {
        this.office = product.admin(TENANT);
        this.people = new SignUps(product);
    }

    @Test
    @Order(1)
    void whoJoinsHasAnInvoiceAtOnceAndMayReadIt() throws IOException {
        var joined = people.join(GROUP, "ar");
        var invoice = invoice(joined);
        assertThat(invoice.get("kind").asText()).isEqualTo("CLAIM");
        assertThat(invoice.get("document").asText()).isEqualTo("ISSUED");
        assertThat(invoice.get("settlement").asText()).isEqualTo("OPEN");
        assertThat(invoice.get("total").asText()).isEqualTo("300.00");
        assertThat(invoice.get("dueOn").asText()).isEqualTo("2027-02-03");
        var pdf = office.get("invoices/" + joined.invoiceId() + "/document.pdf").expect(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("991-3336").contains("2027-02-03").contains("300,00");
            assertThat(text.replaceAll("\\s", "")).contains(joined.ocr()).contains(joined.number());
        }
    }

    @Test
    @Order(2)
    void theWelcomeInvoiceIsMailed() {
        var joined = people.join(GROUP, "ar");
        Waiting.until("the mail to be sent", () -> {
            var deliveries = invoice(joined).get("deliveries");
            return deliveries.size() == 1
                    && deliveries.get(0).get("channel").asText().equals("EMAIL")
                    && deliveries.get(0).get("state").asText().equals("SENT");
        });
    }

    @Test
    @Order(3)
    void paidThroughABankFileThePeriodIsPaidAndTheMembershipActive() {
        var joined = people.join(GROUP, "ar");
        assertThat(membership(joined).get("status").asText()).isEqualTo("OFFERED");
        assertThat(period(joined, 0)).isEqualTo(List.of("2027-01-01", "2027-12-31", "OFFERED"));
        pay(START.plusDays(2), BankFiles.paying(joined));
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(invoice(joined).get("open").asText()).isEqualTo("0.00");
        assertThat(membership(joined).get("status").asText()).isEqualTo("ACTIVE");
        assertThat(period(joined, 0)).isEqualTo(List.of("2027-01-01", "2027-12-31", "PAID"));
    }

    @Test
    @Order(4)
    void theFirstSettlementFixesTheDaysOnceAndForAll() {
        var joined = people.join(GROUP, "betald");
        assertThat(period(joined, 0)).isEqualTo(List.of("", "", "OFFERED"));
        pay(START.plusDays(3), OutgoingPayment.checked("Halv", joined.ocr(), joined.ore() - 5_000));
        assertThat(period(joined, 0)).isEqualTo(List.of("", "", "OFFERED"));
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("PARTLY_PAID");
        pay(START.plusDays(5), OutgoingPayment.checked("Rest", joined.ocr(), 5_000));
        var fixed = List.of("2027-01-09", "2028-01-08", "PAID");
        assertThat(period(joined, 0)).isEqualTo(fixed);
        pay(START.plusDays(8), BankFiles.paying(joined));
        assertThat(period(joined, 0)).isEqualTo(fixed);
    }

    @Test
    @Order(5)
    void aSeasonIsTheOneThatTheDayOfJoiningFallsInto() {
        var joined = people.join(GROUP, "sasong");
        assertThat(period(joined, 0)).isEqualTo(List.of("2026-07-01", "2027-06-30", "OFFERED"));
    }

    @Test
    @Order(6)
    void whatDoesNotFitWaitsAndSaysWhy() {
        var joined = people.join(GROUP, "ar");
        var over = people.join(GROUP, "ar");
        var file = pay(
                START.plusDays(2),
                BankFiles.paying(joined),
                BankFiles.paying(joined),
                OutgoingPayment.checked("Rund Summa", over.ocr(), over.ore() + 5_000),
                OutgoingPayment.checked("Fel Siffra", "7992739871300", 10_000),
                OutgoingPayment.free("Utan Allt", "", 20_000));
        assertThat(file.get("newPayments").asInt()).isEqualTo(5);
        assertThat(file.get("matched").asInt()).isEqualTo(1);
        assertThat(file.get("suspense").asInt()).isEqualTo(4);
        assertThat(waiting(file))
                .containsExactlyInAnyOrder(
                        "NONE 0.00",
                        "ALREADY_SETTLED 300.00",
                        "OVERPAID 50.00",
                        "UNKNOWN_REFERENCE 100.00",
                        "NO_REFERENCE 200.00");
        assertThat(invoice(over).get("settlement").asText()).isEqualTo("SETTLED");
    }

    @Test
    @Order(7)
    void onePaymentForTwoInvoicesSettlesBoth() {
        var first = people.join(GROUP, "ar");
        var second = people.join(GROUP, "betald");
        var file = pay(
                START.plusDays(2),
                OutgoingPayment.together("Två På En", List.of(first.ocr(), second.ocr()), first.ore() + second.ore()));
        assertThat(file.get("matched").asInt()).isEqualTo(1);
        assertThat(invoice(first).get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(invoice(second).get("settlement").asText()).isEqualTo("SETTLED");
        var payment =
                office.all("payments?bankFileId=" + file.get("id").asText()).get(0);
        var allocations = office.get("payments/" + payment.get("id").asText())
                .expect(200)
                .json()
                .get("allocations");
        assertThat(allocations).hasSize(2);
    }

    @Test
    @Order(8)
    void aReminderKeepsTheDueDayAndTheReference() {
        var joined = people.join(GROUP, "ar");
        var before = invoice(joined);
        office.moveTo("2027-02-20");
        var after = invoice(joined);
        assertThat(after.get("dunningLevel").asInt()).isEqualTo(1);
        assertThat(after.get("dueOn")).isEqualTo(before.get("dueOn"));
        assertThat(after.get("ocr")).isEqualTo(before.get("ocr"));
        assertThat(after.get("total")).isEqualTo(before.get("total"));
        assertThat(after.get("deliveries"))
                .anyMatch(delivery -> delivery.get("document").asText().equals("REMINDER"));
        pay(LocalDate.of(2027, 2, 22), BankFiles.paying(joined));
        assertThat(invoice(joined).get("settlement").asText()).isEqualTo("SETTLED");
    }

    @Test
    @Order(9)
    void beforeItsEndAPaidPeriodIsRenewedOnce() {
        var joined = people.join(GROUP, "ar");
        pay(LocalDate.of(2027, 2, 23), BankFiles.paying(joined));
        office.moveTo("2027-11-20");
        assertThat(invoicesOf(joined)).hasSize(1);
        office.moveTo("2027-12-06");
        office.moveTo("2027-12-07");
        var invoices = invoicesOf(joined);
        assertThat(invoices).hasSize(2);
        var renewal = invoices.stream()
                .filter(invoice -> invoice.get("occasion").asText().equals("RENEWAL"))
                .findFirst()
                .orElseThrow();
        assertThat(period(joined, 1)).isEqualTo(List.of("2028-01-01", "2028-12-31", "OFFERED"));
        pay(
                LocalDate.of(2027, 12, 10),
                OutgoingPayment.checked("Trogen", renewal.get("ocr").asText(), 30_000));
        assertThat(period(joined, 0)).isEqualTo(List.of("2027-01-01", "2027-12-31", "PAID"));
        assertThat(period(joined, 1)).isEqualTo(List.of("2028-01-01", "2028-12-31", "PAID"));
    }

    @Test
    @Order(10)
    void anOfferThatIsPaidBecomesAClaimAndOneThatIsNotLapses() {
        var taker = people.join(GROUP, "stod");
        var silent = people.join(GROUP, "stod");
        pay(LocalDate.of(2027, 12, 12), BankFiles.paying(taker), BankFiles.paying(silent));
        office.moveTo("2028-11-20");
        var offer = offerTo(taker);
        var left = offerTo(silent);
        assertThat(offer.get("offer").asText()).isEqualTo("OPEN");
        assertThat(ledgerOf(offer)).isEmpty();
        pay(
                LocalDate.of(2028, 11, 25),
                OutgoingPayment.checked("Tar Den", offer.get("ocr").asText(), 20_000));
        assertThat(office.get("invoices/" + id(offer)).json().get("offer").asText())
                .isEqualTo("TAKEN");
        var claim = invoicesOf(taker).stream()
                .filter(invoice -> invoice.path("offerId").asText().equals(id(offer)))
                .findFirst()
                .orElseThrow();
        assertThat(claim.get("kind").asText()).isEqualTo("CLAIM");
        assertThat(claim.get("settlement").asText()).isEqualTo("SETTLED");
        assertThat(ledgerOf(claim)).isNotEmpty();
        office.moveTo("2029-03-20");
        assertThat(office.get("invoices/" + id(left)).json().get("offer").asText())
                .isEqualTo("LAPSED");
        assertThat(period(silent, 1).get(2)).isEqualTo("LAPSED");
        assertThat(membership(silent).get("status").asText()).isEqualTo("LAPSED");
        var late = pay(
                LocalDate.of(2029, 3, 22),
                OutgoingPayment.checked("För Sent", left.get("ocr").asText(), 20_000));
        assertThat(waiting(late)).containsExactly("OFFER_LAPSED 200.00");
    }

    private JsonNode pay(LocalDate day, OutgoingPayment... payments) {
        var file = office.upload("name=bank.txt", BankFiles.of(BANKGIRO, day, List.of(payments)))
                .expect(201)
                .json();
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("BOOKED");
        return file;
    }

    private JsonNode invoice(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId()).expect(200).json();
    }

    private List<JsonNode> invoicesOf(SignUps.Joined joined) {
        return office.all("invoices?memberId=" + joined.memberId());
    }

    private JsonNode offerTo(SignUps.Joined joined) {
        var offers = office.all("invoices?kind=OFFER&memberId=" + joined.memberId());
        assertThat(offers).hasSize(1);
        return offers.get(0);
    }

    private List<JsonNode> ledgerOf(JsonNode invoice) {
        return office.all("ledger-entries?invoiceId=" + id(invoice));
    }

    private List<String> waiting(JsonNode file) {
        return office.all("payments?bankFileId=" + id(file)).stream()
                .map(payment -> payment.get("reason").asText() + " "
                        + payment.get("suspense").asText())
                .toList();
    }

    private JsonNode membership(SignUps.Joined joined) {
        return office.get("members/" + joined.memberId())
                .expect(200)
                .json()
                .get("memberships")
                .get(0);
    }

    private List<String> period(SignUps.Joined joined, int index) {
        var period = membership(joined).get("periods").get(index);
        return List.of(
                period.path("firstDay").asText(""),
                period.path("lastDay").asText(""),
                period.get("state").asText());
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}

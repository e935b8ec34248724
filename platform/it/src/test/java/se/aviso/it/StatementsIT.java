package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What payers are shown of the books afterwards: receipts of paid invoices, and what each year came to. */
@OnRunningProduct
class StatementsIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final SignUps people;

    StatementsIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void aPaidInvoiceHasAReceiptWithItsNumber() {
        var joined = people.join("prov-tva", "ar");
        var path = "invoices/" + joined.invoiceId() + "/receipt";
        assertThat(office.get(path).expect(409).problem()).isEqualTo("conflict-not-paid");
        assertThat(office.get(path + "/document.pdf").expect(409).problem()).isEqualTo("conflict-not-paid");

        pay(joined);
        var receipt = office.get(path).expect(200).json();
        assertThat(receipt.get("number").asText()).isEqualTo(joined.number());
        assertThat(receipt.get("paidOn").asText()).isEqualTo(DAY.toString());
        assertThat(receipt.get("paid").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(receipt.at("/payments/0/way").asText()).isEqualTo("BANKGIRO");
        assertThat(receipt.get("lines")).isNotEmpty();
        assertThat(office.get(path + "/document.pdf").expect(200).text()).startsWith("%PDF");
    }

    @Test
    void whatWasPaidAndThenCreditedHasNoReceiptAnyMore() {
        var joined = people.join("prov-tva", "ar");
        pay(joined);
        credit(joined);
        assertThat(office.get("invoices/" + joined.invoiceId() + "/receipt")
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-not-paid");
    }

    @Test
    void aYearTellsOfEachClaimPaymentAndCreditAndOfWhatIsLeft() {
        var joined = people.join("prov-tva", "ar");
        var unpaid = newest(joined);
        assertThat(unpaid.get("left").asText()).isEqualTo(decimal(joined.ore()));
        pay(joined);
        credit(joined);

        var whole = office.get(path(joined, newest(joined))).expect(200).json();
        assertThat(whole.get("claimed").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(whole.get("paid").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(whole.get("credited").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(whole.get("kept").asText()).isEqualTo(decimal(joined.ore()));
        assertThat(whole.get("left").asText()).isEqualTo("0.00");
        assertThat(whole.get("movements"))
                .extracting(moved -> moved.get("kind").asText())
                .containsExactlyInAnyOrder("CLAIM", "PAYMENT", "CREDIT_NOTE", "CREDIT_BALANCE");
        assertThat(office.get(path(joined, whole) + "/document.pdf").expect(200).text())
                .startsWith("%PDF");
    }

    @Test
    void whatIsForeignIsUnknown() {
        var joined = people.join("prov-tva", "ar");
        pay(joined);
        var statement = path(joined, newest(joined));
        for (var stranger : List.of(product.admin("annan"), product.as("prov", "ordforande"))) {
            stranger.get("invoices/" + joined.invoiceId() + "/receipt").expect(404);
            stranger.get("members/" + joined.memberId() + "/statements").expect(404);
            stranger.get(statement).expect(404);
            stranger.get(statement + "/document.pdf").expect(404);
        }
        office.get("members/" + joined.memberId() + "/statements/1999/" + UUID.randomUUID())
                .expect(404);
    }

    private JsonNode newest(SignUps.Joined joined) {
        return office.get("members/" + joined.memberId() + "/statements")
                .expect(200)
                .json()
                .get(0);
    }

    private static String path(SignUps.Joined joined, JsonNode statement) {
        return "members/" + joined.memberId() + "/statements/"
                + statement.get("year").asText() + "/"
                + statement.get("sellerGroupId").asText();
    }

    private void pay(SignUps.Joined joined) {
        office.upload("name=besked.txt", BankFiles.of("9913310", DAY, List.of(BankFiles.paying(joined))))
                .expect(201);
    }

    private void credit(SignUps.Joined joined) {
        office.post(
                        "invoices/" + joined.invoiceId() + "/credit-notes",
                        Map.of("reason", "Ångrade sig"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
    }

    private static String decimal(long ore) {
        return ore / 100 + "." + (ore % 100 < 10 ? "0" : "") + ore % 100;
    }
}

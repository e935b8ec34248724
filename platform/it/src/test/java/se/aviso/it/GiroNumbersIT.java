package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.BgMaxWriter;
import se.aviso.demo.bank.Deposit;
import se.aviso.demo.bank.OutgoingPayment;

/** Giro numbers come and go, and banks correct themselves: no payment is lost by it, and none is swallowed. */
@OnRunningProduct
class GiroNumbersIT {
    private static final String TENANT = "prov";
    private static final String FEDERATIONS = "9912346";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 6);

    private final Product product;
    private final Client office;

    GiroNumbersIT(Product product) {
        this.product = product;
        this.office = product.admin(TENANT);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void anOldNumberIsKnownAsLongAsInvoicesNameIt() {
        var club = club("Flyttklubben", "9917709");
        var joined = new SignUps(product).join(club.get("slug").asText(), "ar");
        office.patch(
                        "groups/" + club.get("id").asText(),
                        Map.of("billingIdentity", Map.of("bankgiro", "9917717")),
                        "If-Match",
                        "*")
                .expect(200);

        var booked = upload(BankFiles.of("9917709", DAY, List.of(BankFiles.paying(joined))));

        assertThat(booked.get("state").asText()).isEqualTo("BOOKED");
        assertThat(booked.get("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aSectionThatWasNobodysIsBookedWhenTheFileComesAgainAfterItsOwnerIsKnown() {
        var file = BankFiles.of(
                Map.of(
                        FEDERATIONS,
                        List.of(OutgoingPayment.free("", "gåva", 10_000)),
                        "9917725",
                        List.of(OutgoingPayment.free("", "till nya klubben", 20_000))),
                DAY);
        var first = upload(file);
        assertThat(first.get("state").asText()).isEqualTo("BOOKED");
        assertThat(first.get("newPayments").asInt()).isEqualTo(1);
        assertThat(first.get("problems").toString()).contains("UNKNOWN_GIRO");
        club("Nya klubben", "9917725");

        assertThat(upload(file).get("newPayments").asInt()).isEqualTo(2);
        assertThat(upload(file).get("state").asText()).isEqualTo("KNOWN");
    }

    @Test
    void aPaymentThatComesAgainWithAnotherAmountIsReportedAndNotBooked() throws IOException {
        upload(deposit(10_000));

        var contradicting = upload(deposit(20_000));

        assertThat(contradicting.get("newPayments").asInt()).isZero();
        assertThat(contradicting.at("/problems/0/code").asText()).isEqualTo("AMOUNT_DIFFERS");
        assertThat(contradicting.at("/problems/0/record").asInt()).isPositive();
    }

    /** Whoever pays to another of the tenant's numbers than the invoice says never meets another invoice. */
    @Test
    void noReferenceIsTwoDocumentsWhicheverNumberTheyArePaidTo() {
        var people = new SignUps(product);
        var one = people.join(club("Norra laget", "9917741").get("slug").asText(), "ar");
        var other = people.join(club("Södra laget", "9917758").get("slug").asText(), "ar");
        assertThat(one.ocr()).isNotEqualTo(other.ocr());

        var astray = upload(BankFiles.of("9917741", DAY, List.of(BankFiles.paying(other))));
        assertThat(astray.get("matched").asInt()).isZero();
        assertThat(open(one)).isNotEqualTo("0.00");

        var booked = upload(BankFiles.of(
                Map.of("9917741", List.of(BankFiles.paying(one)), "9917758", List.of(BankFiles.paying(other))), DAY));
        assertThat(booked.get("matched").asInt()).isEqualTo(2);
        assertThat(open(one)).isEqualTo("0.00");
        assertThat(open(other)).isEqualTo("0.00");
    }

    private String open(SignUps.Joined joined) {
        return office.get("invoices/" + joined.invoiceId()).json().get("open").asText();
    }

    @Test
    void groupsThatSellUnderOneOrganisationNumberShareItsSeries() {
        var people = new SignUps(product);
        var club = club("Sektionen", "9917733");
        var before = number(people.join("prov-ett", "ar"));

        assertThat(number(people.join(club.get("slug").asText(), "ar"))).isGreaterThan(before);
    }

    private static long number(SignUps.Joined joined) {
        return Long.parseLong(joined.number());
    }

    private JsonNode club(String name, String bankgiro) {
        var federation =
                office.get("groups").expect(200).json().at("/items/0/id").asText();
        var body = Map.of(
                "name", name, "kind", "LOCAL", "parentId", federation, "billingIdentity", Map.of("bankgiro", bankgiro));
        return office.post("groups", body).expect(201).json();
    }

    private JsonNode upload(byte[] file) {
        return office.upload("name=giro.txt", file).json();
    }

    private static byte[] deposit(long ore) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deposit = new Deposit(DAY.atTime(7, 0), DAY, 77_001, 77_001_000L);
        BgMaxWriter.write(
                Map.of(FEDERATIONS, List.of(OutgoingPayment.free("", "samma löpnummer", ore))), deposit, bytes);
        return bytes.toByteArray();
    }
}

package se.aviso.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** Swish reports settle invoices of the group that has the number; the same money in another file is booked once. */
@OnRunningProduct
class SwishReportsIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final SignUps people;

    SwishReportsIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.people = new SignUps(product);
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void theReportOfHandelsbankenSettlesTheInvoiceAndTheStatementOfTheAccountAddsNothing() {
        var club = club("Swishklubben", "9916008", "1234567001", "SE3550000000054910000003");
        var payments = payments(club, 120_201);
        var report = SwishWriter.handelsbanken("1234567001", DAY, "SHB", payments);

        var first = take(report, "SWISH");
        assertThat(first.get("newPayments").asInt()).isEqualTo(payments.size());
        assertThat(first.get("matched").asInt()).isEqualTo(1);

        var statement = new String(new CamtWriter("9912346").statement("S1", DAY, payments), UTF_8)
                .replace("SE4550000000058398257466", "SE3550000000054910000003")
                .replaceAll("(?s)<CdtrAcct>.*?</CdtrAcct>", "");
        var second = take(statement.getBytes(UTF_8), "CAMT053");
        assertThat(second.get("newPayments").asInt()).as(second.toString()).isZero();
        assertThat(second.get("twins").asInt()).isEqualTo(payments.size());
    }

    @Test
    void theReportOfSwedbankDoesTheSameAndALaterOneOfTheSameDaysAddsOnlyWhatIsNew() {
        var club = club("Swedbanksklubben", "9916016", "1234567002", "");
        var payments = payments(club, 120_301);

        var first = take(SwishWriter.swedbank("1234567002", DAY, payments.subList(0, 2)), "SWISH");
        assertThat(first.get("newPayments").asInt()).isEqualTo(2);
        assertThat(first.get("matched").asInt()).isEqualTo(1);
        assertThat(first.at("/problems/0/code").asText()).isEqualTo("NO_TOTALS");

        var later = take(SwishWriter.swedbank("1234567002", DAY, payments), "SWISH");
        assertThat(later.get("newPayments").asInt()).isEqualTo(payments.size() - 2);
    }

    @Test
    void whatIsPaidToOneNumberOfAFederationSettlesNothingOfAnother() {
        var one = club("Ena sektionen", "9916024", "1234567004", "");
        var other = club("Andra sektionen", "9916032", "1234567005", "");
        var first = people.join(one.get("slug").asText(), "ar");
        var second = people.join(other.get("slug").asText(), "ar");
        assertThat(second.ocr()).isNotEqualTo(first.ocr());
        take(BankFiles.of("9916024", DAY, List.of(BankFiles.paying(first))), "BGMAX");

        var report = SwishWriter.handelsbanken("1234567005", DAY, "OTHER", List.of(BankFiles.paying(second)));

        assertThat(take(report, "SWISH").get("matched").asInt()).isEqualTo(1);
    }

    @Test
    void aRefundWaitsForAHuman() {
        club("Återbetalande", "9916040", "1234567003", "");
        var paid = OutgoingPayment.free("Ångrad", "fel belopp", 120_401);
        var refund = new String(SwishWriter.handelsbanken("1234567003", DAY, "BACK", List.of(paid)), UTF_8)
                .replace(";SWH;", ";SWR;");

        var file = take(refund.getBytes(UTF_8), "SWISH");

        assertThat(office.all("payments?bankFileId=" + file.get("id").asText()))
                .singleElement()
                .matches(waiting -> waiting.get("reason").asText().equals("DEDUCTION"))
                .matches(waiting -> waiting.get("amount").asText().equals("-1204.01"));
    }

    @Test
    void aSwishNumberOfNobodyStopsTheFile() {
        var bytes = SwishWriter.handelsbanken(
                "1239999999", DAY, "NOBODY", List.of(OutgoingPayment.free("Fel", "fel nummer", 120_501)));
        var file = office.upload("name=swish", bytes).expect(201).json();
        assertThat(file.get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(file.get("problems").toString()).contains("UNKNOWN_GIRO", "123 999 99 99");
    }

    /** One that settles an invoice, one with a text, one with nothing, and two that are equal. */
    private List<OutgoingPayment> payments(JsonNode club, long ore) {
        var joined = people.join(club.get("slug").asText(), "ar");
        var twice = OutgoingPayment.free("Annan", "lott " + ore, ore);
        return List.of(
                OutgoingPayment.free("Nils Betalare", joined.ocr(), joined.ore()),
                OutgoingPayment.free("Annan", "fika " + ore, ore),
                OutgoingPayment.free("Tyst", "", ore + 1_000),
                twice,
                twice);
    }

    private JsonNode club(String name, String bankgiro, String swish, String iban) {
        var federation =
                office.get("groups").expect(200).json().at("/items/0/id").asText();
        var numbers = iban.isEmpty()
                ? Map.of("bankgiro", bankgiro, "swish", swish)
                : Map.of("bankgiro", bankgiro, "swish", swish, "iban", iban);
        var body = Map.of("name", name, "kind", "LOCAL", "parentId", federation, "billingIdentity", numbers);
        return office.post("groups", body).expect(201).json();
    }

    private JsonNode take(byte[] bytes, String format) {
        var file = office.upload("name=swish", bytes).expect(201).json();
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("BOOKED");
        assertThat(file.get("format").asText()).isEqualTo(format);
        return file;
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The banks' published files give what is known of them; once, whatever form they come in again. */
@OnRunningProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BgMaxSamplesIT {
    private static final String THREE = "exempelfil_3.txt";
    private static final String FOUR = "exempelfil_4.txt";
    private static final Map<String, String> FILES = new HashMap<>();

    private final Product product;
    private final Client bank;

    BgMaxSamplesIT(Product product) {
        this.product = product;
        this.bank = product.admin("prov");
    }

    @Test
    @Order(1)
    void theThirdExampleHasThreeSectionsInTwoCurrencies() {
        var file = take(THREE);
        assertThat(totals(file))
                .containsEntry("SEK", List.of("6", "1", "9900.00"))
                .containsEntry("EUR", List.of("2", "0", "4000.00"))
                .hasSize(2);
        assertThat(file.get("newPayments").asInt()).isEqualTo(9);
        assertThat(file.get("matched").asInt()).isZero();
        assertThat(file.get("suspense").asInt()).isEqualTo(9);
        var payments = payments(file);
        assertThat(amounts(payments, "SEK"))
                .containsExactlyInAnyOrder("1000.00", "-500.00", "1400.00", "1100.00", "1200.00", "700.00", "5000.00");
        assertThat(amounts(payments, "EUR")).containsExactlyInAnyOrder("3000.00", "1000.00");
    }

    @Test
    @Order(2)
    void itsExtraReferencesBelongToTheirPayments() {
        var several = payments(file(THREE)).stream()
                .filter(payment -> payment.get("amount").asText().equals("1400.00"))
                .findFirst()
                .orElseThrow();
        var references = StreamSupport.stream(several.get("references").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(references).contains("657866", "658765", "657767", "657965");
        assertThat(several.get("reason").asText()).isEqualTo("UNKNOWN_REFERENCE");
    }

    @Test
    @Order(3)
    void theFourthExampleIsAcceptedThoughItCarriesTheSameTimeStamp() {
        var file = take(FOUR);
        assertThat(totals(file))
                .containsEntry("EUR", List.of("2", "0", "1500.00"))
                .containsEntry("SEK", List.of("4", "0", "2100.00"))
                .hasSize(2);
        assertThat(file.get("newPayments").asInt()).isEqualTo(6);
        assertThat(amounts(payments(file), "SEK")).containsExactlyInAnyOrder("900.00", "100.00", "600.00", "500.00");
        assertThat(amounts(payments(file), "EUR")).containsExactlyInAnyOrder("700.00", "800.00");
    }

    @Test
    @Order(4)
    void inEachCurrencyTheWholeSumWaits() {
        for (var payment : payments(file(THREE))) {
            assertThat(payment.get("suspense").asText())
                    .isEqualTo(payment.get("amount").asText());
            assertThat(payment.get("allocated").asText()).isEqualTo("0.00");
        }
        var banked = product.books()
                .column("prov", """
                        select distinct q.currency from posting q join payment p on p.tenant_id = q.tenant_id
                        and p.id = q.payment_id where p.bank_file_id = '%s' order by 1
                        """.formatted(file(FOUR).get("id").asText()));
        assertThat(banked).containsExactly("EUR", "SEK");
    }

    @ParameterizedTest
    @ValueSource(strings = {THREE, FOUR})
    @Order(5)
    void theSameFileTwiceIsKnown(String name) {
        var before = booked();
        var again = bank.upload("name=again", Samples.bgmax(name)).expect(200).json();
        assertThat(again.get("state").asText()).isEqualTo("KNOWN");
        assertThat(again.get("id").asText()).isEqualTo(file(name).get("id").asText());
        assertThat(again.get("newPayments").asInt()).isZero();
        assertThat(booked()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {THREE, FOUR})
    @Order(6)
    void inAnyOtherFormNothingIsNew(String name) {
        var original = file(name);
        var before = booked();
        forms(Samples.bgmax(name)).forEach((form, bytes) -> {
            var file = bank.upload("name=" + form, bytes).expect(201).json();
            assertThat(file.get("state").asText()).as(form + " " + file).isEqualTo("BOOKED");
            assertThat(file.get("newPayments").asInt()).as(form).isZero();
            assertThat(totals(file)).as(form).isEqualTo(totals(original));
        });
        assertThat(booked()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {THREE, FOUR})
    @Order(7)
    void withoutItsEndItIsQuarantined(String name) {
        file(name);
        var bytes = Samples.cut(Samples.bgmax(name));
        var fault = quarantined(bytes, "TRUNCATED");
        assertThat(fault.get("byteOffset").asInt()).isEqualTo(bytes.length);
        assertThat(fault.get("record").asInt()).isEqualTo(bytes.length / 82 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {THREE, FOUR})
    @Order(8)
    void withAnotherAmountItIsQuarantined(String name) {
        file(name);
        var bytes = Samples.altered(Samples.bgmax(name));
        var records = Samples.records(bytes);
        var fault = quarantined(bytes, "SECTION_SUM");
        assertThat(records.get(fault.get("record").asInt() - 1)).startsWith("15");
        assertThat(fault.get("byteOffset").asInt())
                .isEqualTo((fault.get("record").asInt() - 1) * 82);
    }

    private JsonNode quarantined(byte[] bytes, String code) {
        var before = booked();
        var file = bank.upload("name=bad", bytes).expect(201).json();
        assertThat(file.get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(file.get("newPayments").asInt()).isZero();
        assertThat(payments(file)).isEmpty();
        assertThat(booked()).isEqualTo(before);
        var again = bank.upload("name=bad", bytes).json();
        assertThat(again.get("state").asText()).isEqualTo("QUARANTINED");
        return StreamSupport.stream(file.get("problems").spliterator(), false)
                .filter(problem -> problem.get("code").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + file));
    }

    /** The file as it was taken the first time. */
    private JsonNode file(String name) {
        return bank.get("bank-files/" + FILES.computeIfAbsent(name, this::id))
                .expect(200)
                .json();
    }

    private JsonNode take(String name) {
        var file = file(name);
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("BOOKED");
        assertThat(file.get("format").asText()).isEqualTo("BGMAX");
        return file;
    }

    private String id(String name) {
        return bank.upload("name=" + name, Samples.bgmax(name))
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private List<JsonNode> payments(JsonNode file) {
        return bank.all("payments?bankFileId=" + file.get("id").asText());
    }

    private long booked() {
        return product.books().number("prov", "select count(*) from payment")
                + product.books().number("prov", "select count(*) from posting");
    }

    private static Map<String, byte[]> forms(byte[] file) {
        var forms = new LinkedHashMap<String, byte[]>();
        forms.put("unterminated", Samples.unterminated(file));
        forms.put("line-feeds", Samples.lines(file, "\n"));
        forms.put("carriage-returns-and-line-feeds", Samples.lines(file, "\r\n"));
        forms.put("short-lines", Samples.shortLines(file));
        forms.put("utf-8", Samples.utf8(file, false));
        forms.put("utf-8-with-mark", Samples.utf8(file, true));
        return forms;
    }

    private static Map<String, List<String>> totals(JsonNode file) {
        var totals = new HashMap<String, List<String>>();
        for (var total : file.get("totals")) {
            totals.put(
                    total.get("currency").asText(),
                    List.of(
                            total.get("payments").asText(),
                            total.get("deductions").asText(),
                            total.get("amount").asText()));
        }
        return totals;
    }

    private static List<String> amounts(List<JsonNode> payments, String currency) {
        var amounts = new ArrayList<String>();
        payments.stream()
                .filter(payment -> payment.get("currency").asText().equals(currency))
                .map(payment -> new BigDecimal(payment.get("amount").asText()))
                .forEach(amount -> amounts.add(amount.toPlainString()));
        return amounts;
    }
}

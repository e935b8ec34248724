package se.aviso.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated camt files give what is known of them; once, and nothing when they are damaged. */
@OnRunningProduct
class CamtSamplesIT {
    private static final String OLD = "se_camt054_02.xml";
    private static final String NEW = "se_camt054_08.xml";
    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private final Product product;
    private final Client bank;

    CamtSamplesIT(Product product) {
        this.product = product;
        this.bank = product.admin("prov");
    }

    @ParameterizedTest
    @CsvSource({OLD + ",3083.05", NEW + ",2607.20"})
    void aSampleHasTwelvePaymentsThatWait(String name, String sum) {
        var file = file(name);
        assertThat(file.get("format").asText()).isEqualTo("CAMT054");
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("BOOKED");
        assertThat(file.get("totals")).hasSize(1);
        assertThat(file.get("totals").get(0).get("amount").asText()).isEqualTo(sum);
        assertThat(file.get("totals").get(0).get("payments").asInt()).isEqualTo(12);
        assertThat(file.get("newPayments").asInt()).isEqualTo(12);
        assertThat(file.get("suspense").asInt()).isEqualTo(12);
        assertThat(file.get("twins").asInt()).isZero();
        assertThat(file.get("problems")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void itsTwoIdenticalPaymentsAreBothBooked(String name) {
        var twins = payments(file(name)).stream()
                .filter(payment -> payment.get("amount").asText().equals("50.00"))
                .toList();
        assertThat(twins).hasSize(2);
        assertThat(twins.get(0).get("references")).isEqualTo(twins.get(1).get("references"));
        assertThat(twins).allMatch(payment -> payment.get("reason").asText().equals("UNKNOWN_REFERENCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void whatPayersWroteIsKept(String name) {
        var payments = payments(file(name));
        assertThat(of(payments, "123.45").get("references").get(0).asText()).isEqualTo("RF18539007547034");
        assertThat(of(payments, "250.00").get("references").get(0).asText()).startsWith("Medlemsavgift ");
        assertThat(of(payments, "300.00").get("reason").asText()).isEqualTo("NO_REFERENCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void theSameFileTwiceIsKnownAndInAnotherFormNothingIsNew(String name) {
        file(name);
        var before = booked();
        var again = bank.upload("name=again", Samples.camt(name)).expect(200).json();
        assertThat(again.get("state").asText()).isEqualTo("KNOWN");
        var wrapped = text(name).replace("<Ntry>", "\n  <Ntry>").getBytes(UTF_8);
        var file = bank.upload("name=wrapped", wrapped).expect(201).json();
        assertThat(file.get("state").asText()).isEqualTo("BOOKED");
        assertThat(file.get("newPayments").asInt()).isZero();
        assertThat(file.get("twins").asInt()).isZero();
        assertThat(booked()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void withoutItsEndItIsQuarantined(String name) {
        var text = text(name);
        var bytes = text.substring(0, text.indexOf("</Ntfctn>")).getBytes(UTF_8);
        var fault = quarantined(bytes, "TRUNCATED");
        assertThat(fault.get("byteOffset").asInt()).isEqualTo(bytes.length);
        assertThat(fault.get("record").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, NEW})
    void withAnotherAmountItIsQuarantined(String name) {
        var text = text(name);
        var fault = quarantined(text.replace(">250.00<", ">251.00<").getBytes(UTF_8), "ENTRY_SUM");
        assertThat(fault.get("record").asInt()).isEqualTo(2);
        assertThat(fault.get("byteOffset").asInt())
                .isEqualTo(text.substring(0, text.lastIndexOf("<Ntry>")).getBytes(UTF_8).length);
    }

    @Test
    void anotherFormatThanItIsIsRefused() {
        var renamed = text(OLD).replace("<MsgId>M7<", "<MsgId>M77<").getBytes(UTF_8);
        assertThat(bank.upload("name=chosen&format=CAMT053", renamed)
                        .expect(422)
                        .text())
                .contains("CAMT054");
        assertThat(bank.upload("name=chosen&format=BGMAX", renamed).expect(422).text())
                .contains("CAMT054");
    }

    @Test
    void aDocumentTypeIsNeverRead() {
        var hostile = text(NEW)
                .replace("?>", "?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                .replace("Nils", "&x;");
        var fault = quarantined(hostile.getBytes(UTF_8), "DOCUMENT_TYPE");
        assertThat(fault.get("byteOffset").asInt()).isEqualTo(hostile.indexOf("<!DOCTYPE"));
        assertThat(fault.toString()).doesNotContain("root:");
    }

    private JsonNode quarantined(byte[] bytes, String code) {
        var before = booked();
        var file = bank.upload("name=bad", bytes).expect(201).json();
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("QUARANTINED");
        assertThat(payments(file)).isEmpty();
        assertThat(booked()).isEqualTo(before);
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

    private String id(String name) {
        return bank.upload("name=" + name, Samples.camt(name))
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private List<JsonNode> payments(JsonNode file) {
        return bank.all("payments?bankFileId=" + file.get("id").asText());
    }

    private static JsonNode of(List<JsonNode> payments, String amount) {
        return payments.stream()
                .filter(payment -> payment.get("amount").asText().equals(amount))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String name) {
        return new String(Samples.camt(name), UTF_8);
    }

    private long booked() {
        return product.books().number("prov", "select count(*) from payment")
                + product.books().number("prov", "select count(*) from posting");
    }
}

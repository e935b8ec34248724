package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** Files that cannot be trusted: a clear reason with its place, the raw bytes kept, nothing half booked. */
@OnRunningProduct
class BadFilesIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 5);
    private static final String OURS = "9912346";
    private static final String THEIRS = "9913328";

    private final Product product;
    private final Client office;
    private long before;

    BadFilesIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
    }

    @BeforeEach
    void count() {
        before = booked();
    }

    @Test
    void anEmptyFile() {
        quarantined(new byte[0], "UNKNOWN_FORMAT");
        quarantined(new byte[0], "LOOKS_LIKE_EMPTY");
    }

    @Test
    void aFileOfAnotherKind() {
        var pdf = "%PDF-1.7 not a bank file".getBytes(StandardCharsets.US_ASCII);
        quarantined(pdf, "UNKNOWN_FORMAT");
        assertThat(quarantined(pdf, "LOOKS_LIKE_PDF").get("text").asText()).contains("a PDF document");
    }

    @Test
    void aBodyThatNobodySaysTheTypeOfIsRefused() {
        assertThat(office.send("POST", "bank-files", new byte[0]).expect(400).problem())
                .isEqualTo("body-missing");
        assertThat(office.send("POST", "bank-files", good(OURS)).expect(415).problem())
                .isEqualTo("media-type-unsupported");
        assertThat(office.post("bank-files", Map.of()).expect(415).problem()).isEqualTo("media-type-unsupported");
        office.send("POST", "bank-files", good(OURS), "Content-Type", "multipart/form-data")
                .expect(400);
        assertThat(booked()).isEqualTo(before);
    }

    @Test
    void theFormatsNameMayBeWrittenSmall() {
        var file = BankFiles.of(OURS, DAY, List.of(OutgoingPayment.free("Någon", "små bokstäver", 123_456)));
        assertThat(office.upload("name=small&format=bgmax", file)
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("BOOKED");
    }

    @Test
    void aFileCutInTheMiddleOfARecord() {
        var good = good(OURS);
        var bytes = Arrays.copyOf(good, good.length / 2);
        quarantined(bytes, "TRUNCATED");
    }

    @Test
    void aWrongFormatChosenIsRefusedAndTheRightOneThenBooks() {
        var bytes = good(OURS);
        var refused = office.upload("name=chosen&format=CAMT054", bytes).expect(422);
        assertThat(refused.text()).contains("BGMAX");
        assertThat(booked()).isEqualTo(before);
        var file = office.upload("name=chosen&format=BGMAX", bytes).json();
        assertThat(file.get("state").asText()).isEqualTo("BOOKED");
        assertThat(file.get("newPayments").asInt()).isEqualTo(2);
    }

    @Test
    void whicheverFormatIsChosenWronglyTheAnswerSaysWhatTheFileLooksLike() {
        var payments = List.of(OutgoingPayment.free("Någon", "valt fel", 321_000));
        var files = Map.of(
                "TOTALIN", TotalInWriter.file(OURS, DAY, 7_000, payments),
                "SWISH", SwishWriter.swedbank("1239999999", DAY, payments),
                "CAMT053", new CamtWriter(OURS).statement("WRONG", DAY, payments));
        files.forEach((format, bytes) -> {
            var refused = office.upload("name=chosen&format=BGMAX", bytes).expect(422);
            assertThat(refused.problem()).isEqualTo("wrong-format");
            assertThat(refused.text()).contains(format);
        });
        assertThat(booked()).isEqualTo(before);
    }

    @Test
    void cutFilesOfTheOtherFormats() {
        var payments = List.of(OutgoingPayment.free("Någon", "avbruten", 322_000));
        var totalIn = TotalInWriter.file(OURS, DAY, 7_100, payments);
        quarantined(Arrays.copyOf(totalIn, totalIn.length / 2), "TRUNCATED");
        var swish = SwishWriter.handelsbanken("1239999999", DAY, "CUT", payments);
        quarantined(Arrays.copyOf(swish, swish.length - 6), "TRUNCATED");
    }

    @Test
    void zeroBytes() {
        var bytes = good(OURS);
        bytes[82 * 2 + 15] = 0;
        var fault = quarantined(bytes, "BAD_CHARACTER");
        assertThat(fault.get("record").asInt()).isEqualTo(3);
        assertThat(fault.get("byteOffset").asInt()).isEqualTo(164);
    }

    @Test
    void somebodyElsesGiroNumber() {
        quarantined(good(THEIRS), "UNKNOWN_GIRO");
        var theirs = product.admin("annan").all("payments");
        assertThat(theirs).noneMatch(payment -> payment.get("amount").asText().equals("4711.00"));
    }

    @Test
    void ofAMixedFileOnlyTheOwnSectionIsBooked() {
        var bytes = BankFiles.of(
                Map.of(
                        OURS, List.of(OutgoingPayment.free("Vår", "gåva", 10_000)),
                        THEIRS, List.of(OutgoingPayment.free("Deras", "gåva", 471_100))),
                DAY);
        var file = office.upload("name=mixed", bytes).expect(201).json();
        assertThat(file.get("state").asText()).isEqualTo("BOOKED");
        assertThat(file.get("newPayments").asInt()).isEqualTo(1);
        assertThat(file.get("problems"))
                .anyMatch(problem -> problem.get("code").asText().equals("UNKNOWN_GIRO"));
    }

    @Test
    void aDayToCome() {
        var far = LocalDate.now(ZoneOffset.UTC).plusYears(2);
        quarantined(BankFiles.of(OURS, far, List.of(OutgoingPayment.free("Tidig", "gåva", 100))), "FUTURE_DATE");
    }

    @Test
    void aCountThatDisagrees() {
        var records = new ArrayList<>(Samples.records(good(OURS)));
        records.subList(2, 4).clear();
        var bytes = String.join("\r\n", records).getBytes(StandardCharsets.ISO_8859_1);
        quarantined(bytes, "FILE_COUNT");
    }

    @Test
    void somethingBehindTheEnd() {
        var records = new ArrayList<>(Samples.records(good(OURS)));
        records.add(records.get(2));
        var bytes = String.join("\r\n", records).getBytes(StandardCharsets.ISO_8859_1);
        quarantined(bytes, "RECORD_AFTER_END");
    }

    @Test
    void aTestFileIsBookedByATestTenantOnly() {
        var records = new ArrayList<>(Samples.records(good(OURS)));
        records.set(0, records.get(0).substring(0, 44) + "T" + records.get(0).substring(45));
        var bytes = String.join("\r\n", records).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(office.upload("name=test", bytes)
                        .expect(201)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("BOOKED");
    }

    private static byte[] good(String bankgiro) {
        return BankFiles.of(
                bankgiro,
                DAY,
                List.of(
                        OutgoingPayment.free("Någon", "gåva", 471_100),
                        OutgoingPayment.free("Annan", "en annan gåva", 20_000)));
    }

    /** The fault of that code. */
    private JsonNode quarantined(byte[] bytes, String code) {
        var file = office.upload("name=bad.txt", bytes).expect(201).json();
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("QUARANTINED");
        assertThat(file.get("newPayments").asInt()).isZero();
        assertThat(booked()).isEqualTo(before);
        var kept = product.books().number("prov", """
                select v.size from vault_file v join bank_file f on f.vault_id = v.id where f.id = '%s'
                """.formatted(file.get("id").asText()));
        assertThat(kept).isEqualTo(bytes.length);
        for (var fault : file.get("problems")) {
            if (fault.get("code").asText().equals(code)) {
                assertThat(fault.get("record").asInt()).isPositive();
                assertThat(fault.get("text").asText()).isNotEmpty();
                return fault;
            }
        }
        throw new AssertionError("no " + code + " in " + file);
    }

    private long booked() {
        return product.books().number("prov", "select count(*) from payment")
                + product.books().number("prov", "select count(*) from posting where payment_id is not null");
    }
}

package se.aviso.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** The same money in files of several formats is booked once; money that only looks alike, as often as it came. */
@OnRunningProduct
class TwinsIT {
    private static final String GIRO = "9912346";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 7);

    private final Client bank;
    private final SignUps people;

    TwinsIT(Product product) {
        this.bank = product.admin("prov");
        this.people = new SignUps(product);
    }

    @Test
    void aBgMaxFileAndACamtFileOfTheSamePaymentsBookThemOnce() {
        var payments = payments(110_101);
        var first = take(BankFiles.of(GIRO, DAY, payments), "BGMAX");
        assertThat(first.get("newPayments").asInt()).isEqualTo(payments.size());
        assertThat(first.get("matched").asInt()).isEqualTo(1);
        assertTwins(take(new CamtWriter(GIRO).notification("W1", DAY, payments), "CAMT054"), 0, payments.size());
        assertTwins(take(new CamtWriter(GIRO).statement("V1", DAY, payments), "CAMT053"), 0, payments.size());
    }

    @Test
    void inTheOtherOrderToo() {
        var payments = payments(110_102);
        var first = take(new CamtWriter(GIRO).notification("W2", DAY, payments), "CAMT054");
        assertThat(first.get("newPayments").asInt()).isEqualTo(payments.size());
        assertThat(first.get("matched").asInt()).isEqualTo(1);
        assertTwins(take(BankFiles.of(GIRO, DAY, payments), "BGMAX"), 0, payments.size());
    }

    @Test
    void aTotalInFileOfTheSamePaymentsIsOneMoreFormat() {
        var payments = payments(110_106);
        var first = take(TotalInWriter.file(GIRO, DAY, 9_000, payments), "TOTALIN");
        assertThat(first.get("newPayments").asInt()).isEqualTo(payments.size());
        assertThat(first.get("matched").asInt()).isEqualTo(1);
        assertTwins(take(BankFiles.of(GIRO, DAY, payments), "BGMAX"), 0, payments.size());
        assertTwins(take(new CamtWriter(GIRO).notification("W8", DAY, payments), "CAMT054"), 0, payments.size());
        assertTwins(take(TotalInWriter.file(GIRO, DAY, 9_100, payments.subList(0, 2)), "TOTALIN"), 2, 0);
    }

    @Test
    void theNotificationAndTheStatementOfOneEntryAreKnownByTheBanksOwnReference() {
        var payments = payments(110_103);
        take(new CamtWriter(GIRO).notification("W3", DAY, payments), "CAMT054");
        assertTwins(take(new CamtWriter(GIRO).statement("W3", DAY, payments), "CAMT053"), 0, 0);
    }

    @Test
    void ofEqualPaymentsTheLargestCountIsBooked() {
        var gift = OutgoingPayment.free("Någon", "gåva till laget", 110_104);
        take(BankFiles.of(GIRO, DAY, List.of(gift, gift)), "BGMAX");
        assertTwins(take(new CamtWriter(GIRO).notification("W4", DAY, List.of(gift, gift, gift)), "CAMT054"), 1, 2);
        assertTwins(take(BankFiles.of(GIRO, DAY, List.of(gift)), "BGMAX"), 0, 1);
        assertTwins(take(BankFiles.of(GIRO, DAY, List.of(gift)), "BGMAX"), 1, 0);
        assertThat(bank.all(
                        "payments?reference=gåva till laget".replace(" ", "%20").replace("å", "%C3%A5")))
                .hasSize(4);
    }

    @Test
    void aTwinThatComesAgainInItsOwnFormatIsNotCountedTwice() {
        var payments = payments(110_105);
        take(BankFiles.of(GIRO, DAY, payments), "BGMAX");
        var camt = new CamtWriter(GIRO).notification("W5", DAY, payments);
        take(camt, "CAMT054");
        var wrapped = new String(camt, UTF_8).replace("<Ntry>", " <Ntry>");
        assertTwins(take(wrapped.getBytes(UTF_8), "CAMT054"), 0, 0);
    }

    @Test
    void equalButForTheDayWaitsAsAPossibleTwin() {
        var joined = people.join("prov-ett", "ar");
        var payment = BankFiles.paying(joined);
        take(BankFiles.of(GIRO, DAY, List.of(payment)), "BGMAX");
        var later = take(new CamtWriter(GIRO).notification("W6", DAY.plusDays(1), List.of(payment)), "CAMT054");
        assertTwins(later, 1, 0);
        assertThat(bank.all("payments?bankFileId=" + later.get("id").asText()))
                .singleElement()
                .matches(waiting -> waiting.get("reason").asText().equals("POSSIBLE_TWIN"))
                .matches(waiting -> waiting.get("allocated").asText().equals("0.00"));
    }

    @Test
    void bothFormatsAtOnceBookOnce() throws Exception {
        var payments = new ArrayList<OutgoingPayment>();
        for (var i = 0; i < 30; i++) {
            payments.addAll(Collections.nCopies(2, OutgoingPayment.free("Samtidig", "gåva " + i, 120_000 + i)));
        }
        var files = List.of(BankFiles.of(GIRO, DAY, payments), new CamtWriter(GIRO).notification("W7", DAY, payments));
        var importing = files.stream()
                .<Callable<JsonNode>>map(
                        file -> () -> bank.upload("name=both", file).expect(201).json())
                .toList();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var fresh = 0;
            for (var file : pool.invokeAll(importing)) {
                fresh += file.get().get("newPayments").asInt();
            }
            assertThat(fresh).isEqualTo(payments.size());
        } finally {
            pool.shutdownNow();
        }
    }

    /** One that settles an invoice, one with a text, one with nothing, and two that are equal. */
    private List<OutgoingPayment> payments(long ore) {
        var text = OutgoingPayment.free("Annan", "gåva " + ore, ore);
        return List.of(
                BankFiles.paying(people.join("prov-ett", "ar")),
                OutgoingPayment.free("Annan", "en text " + ore, ore),
                OutgoingPayment.free("Tyst", "", ore + 1_000),
                text,
                text);
    }

    private static void assertTwins(JsonNode file, int fresh, int twins) {
        assertThat(file.get("newPayments").asInt()).as(file.toString()).isEqualTo(fresh);
        assertThat(file.get("twins").asInt()).as(file.toString()).isEqualTo(twins);
    }

    private JsonNode take(byte[] bytes, String format) {
        var file = bank.upload("name=twins", bytes).expect(201).json();
        assertThat(file.get("state").asText()).as(file.toString()).isEqualTo("BOOKED");
        assertThat(file.get("format").asText()).isEqualTo(format);
        return file;
    }
}

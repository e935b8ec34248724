package se.aviso.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.CamtWriter;
import se.aviso.demo.bank.OutgoingPayment;

/** A bank file on trial: it says what booking would do, does nothing, and is then booked as it said. */
@OnRunningProduct
class RehearsalIT {
    private static final String GIRO = "9912346";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 7);

    private final Product product;
    private final Client bank;
    private final SignUps people;

    RehearsalIT(Product product) {
        this.product = product;
        this.bank = product.admin("prov");
        this.people = new SignUps(product);
    }

    @Test
    void theBookingDoesExactlyWhatTheRehearsalShows() {
        var file = BankFiles.of(GIRO, DAY, manyKinds());
        var before = money();
        var shown = rehearse(file);
        assertThat(money()).as("nothing is booked by a rehearsal").isEqualTo(before);
        assertThat(shown.get("state").asText()).isEqualTo("REHEARSED");
        assertThat(shown.get("newPayments").asInt()).isZero();
        assertThat(counts(shown))
                .containsEntry("SETTLES NONE", 1L)
                .containsEntry("OVERPAYS OVERPAID", 1L)
                .containsEntry("PAYS_PART NONE", 1L)
                .containsEntry("WAITS ALREADY_SETTLED", 1L)
                .containsEntry("WAITS NO_REFERENCE", 1001L);

        var booked = book(shown);
        assertThat(booked.get("effects")).isEqualTo(shown.get("effects"));
        assertThat(booked.get("changes")).isEmpty();
        assertThat(booked.get("newPayments").asInt()).isEqualTo(1005);
        assertThat(book(shown)).as("once more").isEqualTo(booked);
        product.books().requireClean();
    }

    @Test
    void aRehearsalOnceMoreShowsTheSame() {
        var file = BankFiles.of(GIRO, DAY, List.of(BankFiles.paying(people.join("prov-ett", "ar"))));
        assertThat(rehearse(file)).isEqualTo(rehearse(file));
    }

    @Test
    void whatChangedSinceTheRehearsalIsSaid() {
        var joined = people.join("prov-ett", "ar");
        var shown = rehearse(BankFiles.of(GIRO, DAY, List.of(BankFiles.paying(joined))));
        bank.upload("name=between", BankFiles.of(GIRO, DAY, List.of(BankFiles.paying(joined))))
                .expect(201);
        var changes = new TreeMap<String, String>();
        book(shown)
                .get("changes")
                .forEach(change -> changes.put(
                        change.get("kind").asText() + " " + change.get("reason").asText(),
                        change.get("rehearsedCount") + " then " + change.get("bookedCount")));
        assertThat(changes).isEqualTo(Map.of("SETTLES NONE", "1 then 0", "WAITS ALREADY_SETTLED", "0 then 1"));
        product.books().requireClean();
    }

    @Test
    void whatAnotherFileBroughtIsKnownAndNotBookedAgain() {
        var payments = List.of(
                OutgoingPayment.free("Givare", "gåva på prov", 130_101), OutgoingPayment.free("Givare", "", 130_102));
        var camt = new CamtWriter(GIRO).notification("P1", DAY, payments);
        bank.upload("name=first", camt).expect(201);
        var wrapped = new String(camt, UTF_8).replace("<Ntry>", " <Ntry>").getBytes(UTF_8);
        var shown = rehearse(wrapped);
        assertThat(counts(shown)).isEqualTo(Map.of("KNOWN NONE", 2L));
        assertThat(book(shown).get("newPayments").asInt()).isZero();
        var twin = rehearse(BankFiles.of(GIRO, DAY, payments));
        assertThat(counts(twin)).isEqualTo(Map.of("TWIN NONE", 2L));
        assertThat(book(twin).get("effects")).isEqualTo(twin.get("effects"));
    }

    @Test
    void bookedByManyAtOnceItIsBookedOnceAsShown() throws Exception {
        var shown = rehearse(BankFiles.of(GIRO, DAY, manyKinds()));
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<JsonNode> booking = () -> book(shown);
            for (var answer : pool.invokeAll(Collections.nCopies(4, booking))) {
                answer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        var booked = see(shown);
        assertThat(booked.get("state").asText()).isEqualTo("BOOKED");
        assertThat(counts(booked)).isEqualTo(counts(shown));
        assertThat(bank.all("payments?bankFileId=" + shown.get("id").asText())).hasSize(1005);
        product.books().requireClean();
    }

    @Test
    void aStoppedFileIsNotBooked() {
        var stopped = rehearse("no bank wrote this, on trial".getBytes(UTF_8));
        assertThat(stopped.get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(stopped.get("problems").get(0).get("code").asText()).isEqualTo("UNKNOWN_FORMAT");
        var refused = bank.post("bank-files/" + stopped.get("id").asText() + ":book", Map.of());
        assertThat(refused.problem()).isEqualTo("bank-file-stopped");
        assertThat(see(stopped).get("state").asText()).isEqualTo("QUARANTINED");
    }

    @Test
    void aFileThatIsPutAwayIsNotBookedUntilItIsHandedInAnew() {
        var file = BankFiles.of(GIRO, DAY, List.of(OutgoingPayment.free("Givare", "", 77_700)));
        var shown = rehearse(file);
        var away = "bank-files/" + shown.get("id").asText() + ":discard";
        var first = bank.post(away, Map.of()).expect(200).json();
        assertThat(first.get("state").asText()).isEqualTo("DISCARDED");
        assertThat(bank.post(away, Map.of()).expect(200).json()).as("once more").isEqualTo(first);
        var refused = bank.post("bank-files/" + shown.get("id").asText() + ":book", Map.of());
        assertThat(refused.problem()).isEqualTo("bank-file-discarded");

        assertThat(book(rehearse(file)).get("state").asText()).isEqualTo("BOOKED");
        assertThat(bank.post(away, Map.of()).problem()).isEqualTo("conflict-bank-file-booked");
    }

    @Test
    void aStoppedFileCanBePutAway() {
        var stopped = rehearse("no bank wrote this either".getBytes(UTF_8));
        bank.post("bank-files/" + stopped.get("id").asText() + ":discard", Map.of())
                .expect(200);
        assertThat(see(stopped).get("state").asText()).isEqualTo("DISCARDED");
    }

    /** One of each kind, with more than a chunk of gifts between the first payment of an invoice and the second. */
    private List<OutgoingPayment> manyKinds() {
        var twice = people.join("prov-ett", "ar");
        var over = people.join("prov-ett", "ar");
        var part = people.join("prov-ett", "ar");
        var payments = new ArrayList<OutgoingPayment>();
        payments.add(BankFiles.paying(twice));
        payments.add(OutgoingPayment.checked("Nils Betalare", over.ocr(), over.ore() + 100));
        payments.add(OutgoingPayment.checked("Nils Betalare", part.ocr(), part.ore() - 100));
        for (var gift = 0; gift < 1001; gift++) {
            payments.add(OutgoingPayment.free("Givare", "", 140_000 + gift));
        }
        payments.add(BankFiles.paying(twice));
        return payments;
    }

    private JsonNode rehearse(byte[] bytes) {
        return bank.upload("name=trial&rehearsal=true", bytes).expect(201).json();
    }

    private JsonNode book(JsonNode file) {
        return bank.post("bank-files/" + file.get("id").asText() + ":book", Map.of())
                .expect(200)
                .json();
    }

    private JsonNode see(JsonNode file) {
        return bank.get("bank-files/" + file.get("id").asText()).expect(200).json();
    }

    private List<Long> money() {
        return List.of(
                product.books().number("prov", "select count(*) from payment"),
                product.books().number("prov", "select count(*) from ledger_entry"),
                product.books().number("prov", "select count(*) from allocation"),
                product.books().number("prov", "select count(*) from payment_sighting"));
    }

    private static Map<String, Long> counts(JsonNode file) {
        var counts = new TreeMap<String, Long>();
        file.get("effects")
                .forEach(effect -> counts.put(
                        effect.get("kind").asText() + " " + effect.get("reason").asText(),
                        effect.get("count").asLong()));
        return counts;
    }
}

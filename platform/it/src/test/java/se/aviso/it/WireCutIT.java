package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.postgres.EmbeddedPostgres;

/** The wire to the database breaks at any message of an import; handed in again, the file is booked once. */
class WireCutIT {
    private static final System.Logger LOG = System.getLogger(WireCutIT.class.getName());
    private static final long SEED = Long.getLong("aviso.seed", System.nanoTime());
    private static final int CUTS = Integer.getInteger("aviso.cuts", 10);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 9);
    private static final String TENANT = "cirkel";

    private static EmbeddedPostgres postgres;
    private static Wire wire;
    private static Product product;
    private static Books books;

    @BeforeAll
    static void start() throws Exception {
        LOG.log(System.Logger.Level.INFO, "aviso.seed={0}", Long.toString(SEED));
        var build = Files.createDirectories(Path.of(System.getProperty("aviso.build", "target")));
        var folder = DataFolder.open(Files.createTempDirectory(build, "wire-"));
        postgres = EmbeddedPostgres.start(Product.distribution().resolve("postgresql"), folder);
        wire = Wire.to(postgres.port());
        books = new Books(folder.root());
        var database = postgres.settings();
        product = Product.start(Map.of(
                "AVISO_DB_URL", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/aviso",
                "AVISO_DB_USER", database.user(),
                "AVISO_DB_PASSWORD", database.password(),
                "AVISO_DB_OWNER_USER", database.ownerUser(),
                "AVISO_DB_OWNER_PASSWORD", database.ownerPassword()));
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
        wire.close();
        postgres.close();
    }

    @Test
    void whereverTheWireBreaksTheFileIsBookedOnce() {
        var office = product.admin(TENANT);
        var messages = messagesOfAnImport(office);
        var random = new Random(SEED);
        var outcomes = new HashMap<Integer, Integer>();
        for (var cut = 1; cut <= CUTS; cut++) {
            var at = 1 + random.nextInt(messages);
            var before = payments();
            var file = file(cut);
            wire.cutAt(at);
            outcomes.merge(office.upload("name=cut-" + cut, file).status(), 1, Integer::sum);
            wire.mend();
            var booked = bookedAtLast(office, file, cut);
            assertThat(booked.get("newPayments").asInt()).as("cut at " + at).isEqualTo(3);
            assertThat(payments()).as("cut at " + at).isEqualTo(before + 3);
        }
        LOG.log(System.Logger.Level.INFO, "{0} cuts in {1} messages: {2}", CUTS, messages, outcomes);
        assertThat(wire.cuts()).isGreaterThan(CUTS / 2);
        books.requireClean();
    }

    /** The fewest of some imports: what the house does by itself meanwhile crosses the wire too. */
    private static int messagesOfAnImport(Client office) {
        var fewest = Long.MAX_VALUE;
        for (var whole = CUTS + 1; whole <= CUTS + 5; whole++) {
            wire.mend();
            office.upload("name=whole-" + whole, file(whole)).expect(201);
            fewest = Math.min(fewest, wire.messages());
        }
        return (int) fewest;
    }

    /** Hands the file in until it is taken: the first connections after a cut may be dead ones. */
    private static JsonNode bookedAtLast(Client office, byte[] file, int cut) {
        var taken = new ArrayDeque<JsonNode>();
        Waiting.until("file " + cut + " to be taken", Duration.ofMinutes(1), () -> {
            var reply = office.upload("name=again-" + cut, file);
            if (reply.status() == 200 || reply.status() == 201) {
                taken.add(reply.json());
            }
            return !taken.isEmpty();
        });
        var id = taken.getFirst().get("id").asText();
        var booked = office.get("bank-files/" + id).expect(200).json();
        assertThat(booked.get("state").asText()).as(booked.toString()).isEqualTo("BOOKED");
        return booked;
    }

    private static byte[] file(int number) {
        return BankFiles.of(
                "9913336",
                DAY,
                List.of(
                        OutgoingPayment.free("Någon", "gåva " + number, 10_000 + number),
                        OutgoingPayment.free("Annan", "gåva " + number, 10_000 + number),
                        OutgoingPayment.checked("Tredje", "7992739871300", 20_000)));
    }

    private static long payments() {
        return books.number(TENANT, "select count(*) from payment");
    }
}

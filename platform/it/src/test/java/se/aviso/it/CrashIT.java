package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.aviso.demo.bank.OutgoingPayment;

/** The server dies without a word in the middle of its work; afterwards nothing is lost and nothing is there twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashIT {
    private static final System.Logger LOG = System.getLogger(CrashIT.class.getName());
    private static final long SEED = Long.getLong("aviso.seed", System.nanoTime());
    private static final int MEMBERS = 6_000;
    private static final int UNKNOWN = 2_000;
    private static final LocalDate DAY = LocalDate.of(2027, 1, 9);
    private static final String TENANT = "cirkel";
    private static final String TODAY = "2027-01-04";

    private static final Random RANDOM = new Random(SEED);
    private static Product product;
    private static byte[] file = {};
    private static byte[] second = {};
    private static String run = "";

    @BeforeAll
    static void load() {
        LOG.log(System.Logger.Level.INFO, "aviso.seed={0}", Long.toString(SEED));
        product = Product.start();
        office().importMembers(members()).expect(200);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void aRunGoesOnWhereItBrokeOff() {
        run = office().startRun("SELECTION", TODAY).get("id").asText();
        killWhen(() -> count("invoice"), RANDOM.nextInt(MEMBERS / 2));
        var before = count("invoice");
        product.startAgain();
        office().finish(run);
        assertThat(count("invoice")).isGreaterThanOrEqualTo(before).isEqualTo(MEMBERS + 2L);
        assertThat(count("member")).isEqualTo(MEMBERS + 2L);
        assertThat(count("(select l.period_id from invoice_line l group by l.period_id having count(*) > 1) x"))
                .isZero();
        product.books().requireClean();
    }

    @Test
    @Order(2)
    void aRecallGoesOnWhereItBrokeOffAndCreditsNothingTwice() {
        var recall = Map.of("reason", "Fel pris");
        office().post("invoice-runs/" + run + ":recall", recall, "Idempotency-Key", "recall")
                .expect(202);
        killWhen(() -> count("invoice where kind = 2"), RANDOM.nextInt(MEMBERS / 2));
        product.startAgain();
        Waiting.until("the recall", Duration.ofMinutes(3), () -> state(run).equals("RECALLED"));
        assertThat(count("invoice where kind = 2")).isEqualTo(count("invoice where kind = 0"));
        assertThat(count("settlement where credited <> claimed")).isZero();
        product.books().requireClean();

        office().finish(office().startRun("SELECTION", TODAY).get("id").asText());
        assertThat(count("settlement where status = 0")).isEqualTo(MEMBERS + 2L);
        assertThat(count("(select p.membership_id from period p where p.state <> 5 "
                        + "group by p.membership_id having count(*) > 1) x"))
                .isZero();
        product.books().requireClean();
    }

    private static String state(String of) {
        return office().get("invoice-runs/" + of).json().get("state").asText();
    }

    @Test
    @Order(3)
    void anImportThatBrokeOffBooksNothingTwiceWhenTheFileComesAgain() {
        var bills = office().all("invoices?kind=CLAIM&settlement=OPEN");
        assertThat(bills).hasSize(MEMBERS + 2);
        file = file(bills.subList(0, MEMBERS / 2));
        second = file(bills.subList(MEMBERS / 2, MEMBERS));
        importAndKill(file, MEMBERS / 2 + UNKNOWN, 0);
        assertThat(count("settlement where received = claimed")).isEqualTo(MEMBERS / 2);
    }

    @Test
    @Order(4)
    void norDoesOneMore() {
        importAndKill(second, MEMBERS / 2 + UNKNOWN, MEMBERS / 2 + UNKNOWN);
        assertThat(count("settlement where received = claimed")).isEqualTo(MEMBERS);
        assertThat(count("payment")).isEqualTo(MEMBERS + 2 * UNKNOWN);
        assertThat(office().upload("name=once-more", file)
                        .expect(200)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("KNOWN");
        assertThat(count("payment")).isEqualTo(MEMBERS + 2 * UNKNOWN);
    }

    /** By hand and by a run at once, until the server dies; each key sent again answers as it would have. */
    @Test
    @Order(5)
    void whatIsIssuedByHandIsIssuedOnceAndWithoutAGap() {
        var before = count("invoice");
        var group = product.books()
                .column(TENANT, "select id from group_node where slug = 'cirkel-ett'")
                .get(0);
        var members =
                product.books().column(TENANT, "select id from member where number >= 1000 order by number limit 400");
        var line = Map.of("kind", "FREE", "text", "Resa", "unit", "10.00", "vat", "ZERO", "account", 3051);
        var batch = office().post("invoice-batches", Map.of("groupId", group, "lines", List.of(line)))
                .expect(201)
                .json();
        var run = office().send(
                        "POST",
                        "invoice-batches/" + batch.get("id").asText() + ":issue",
                        new byte[0],
                        "Idempotency-Key",
                        "b")
                .expect(202)
                .json();
        var bills = members.stream()
                .map(member -> Map.of("groupId", group, "memberId", member, "lines", List.of(line)))
                .toList();
        var thread = Executors.newSingleThreadExecutor();
        try {
            var issuing = CompletableFuture.runAsync(() -> bills.forEach(CrashIT::tryIssue), thread);
            killWhen(() -> count("invoice") - before, 1 + RANDOM.nextInt(200));
            issuing.join();
        } finally {
            thread.shutdownNow();
        }
        product.startAgain();
        bills.forEach(bill ->
                office().post("invoices", bill, "Idempotency-Key", key(bill)).expect(201));
        office().finish(run.get("id").asText());
        assertThat(count("invoice") - before).isEqualTo(batch.get("ready").asLong() + bills.size());
        product.books().requireClean();
    }

    private static String key(Map<String, Object> bill) {
        return "by-hand-" + bill.get("memberId");
    }

    /** Nobody is there to hear the answer. */
    private static void tryIssue(Map<String, Object> bill) {
        try {
            office().post("invoices", bill, "Idempotency-Key", key(bill));
        } catch (UncheckedIOException died) {
            LOG.log(System.Logger.Level.TRACE, "nobody answered", died);
        }
    }

    @Test
    @Order(6)
    void withoutItsDatabaseTheServerSaysSoAndGoesOnWhenItIsBack() {
        var killed = postmaster().orElseThrow();
        killed.destroyForcibly();
        Waiting.until("the server to answer again", () -> {
            var answer = office().get("members?limit=1");
            assertThat(answer.status()).as(answer.text()).isIn(200, 503);
            assertThat(answer.header("Retry-After")).isEqualTo(answer.status() == 503 ? "10" : "");
            return answer.status() == 200
                    && postmaster().filter(server -> !server.equals(killed)).isPresent();
        });
        assertThat(count("payment")).isEqualTo(MEMBERS + 2 * UNKNOWN);
        product.books().requireClean();
    }

    /** The server of the database; none while it is being started. */
    private static Optional<ProcessHandle> postmaster() {
        var note = product.data().resolve("postgresql/data/postmaster.pid");
        try {
            return Files.exists(note)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(note).get(0).strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void importAndKill(byte[] bytes, int payments, int before) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            var upload = CompletableFuture.supplyAsync(() -> tryUpload(bytes), thread);
            killWhen(() -> count("payment") - before, RANDOM.nextInt(payments - 1_000));
            upload.join();
        } finally {
            thread.shutdownNow();
        }
        product.startAgain();
        var again = office().upload("name=again.txt", bytes).json();
        assertThat(again.get("state").asText()).as(again.toString()).isIn("BOOKED", "KNOWN");
        var whole = office().get("bank-files/" + again.get("id").asText())
                .expect(200)
                .json();
        assertThat(whole.get("state").asText()).isEqualTo("BOOKED");
        assertThat(whole.get("newPayments").asInt()).isEqualTo(payments);
        assertThat(whole.get("matched").asInt()).isEqualTo(payments - UNKNOWN);
        assertThat(count("payment") - before).isEqualTo(payments);
        product.books().requireClean();
    }

    /** Nobody is there to hear the answer. */
    private static boolean tryUpload(byte[] bytes) {
        try {
            return office().upload("name=first.txt", bytes).status() > 0;
        } catch (UncheckedIOException died) {
            return false;
        }
    }

    /** Kills the server as soon as more rows than that are committed, and some moments more. */
    private static void killWhen(LongSupplier committed, int rows) {
        Waiting.until(rows + " rows", Duration.ofMinutes(3), () -> committed.getAsLong() >= rows);
        var moments = RANDOM.nextInt(300);
        await(CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(moments, TimeUnit.MILLISECONDS)));
        LOG.log(
                System.Logger.Level.INFO,
                "killing behind {0} rows and {1} ms",
                Integer.toString(rows),
                Integer.toString(moments));
        product.kill();
    }

    private static void await(CompletableFuture<Void> moment) {
        moment.join();
    }

    private static byte[] file(List<JsonNode> bills) {
        var payments = new ArrayList<OutgoingPayment>();
        bills.forEach(
                bill -> payments.add(OutgoingPayment.checked("", bill.get("ocr").asText(), 30_000)));
        for (var i = 0; i < UNKNOWN; i++) {
            payments.add(i * payments.size() / UNKNOWN, OutgoingPayment.free("", "okänd " + i, 100 + i));
        }
        return BankFiles.of("9913336", DAY, payments);
    }

    private static Client office() {
        return product.admin(TENANT);
    }

    private static long count(String from) {
        return product.books().number(TENANT, "select count(*) from " + from);
    }

    private static String members() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(i -> (1_000 + i) + ",cirkel-ett,ar,Många,Nummer " + i + ",1985-03-0" + (1 + i % 9)
                        + ",,Gatan " + (1 + i) + ",111 22,Stockholm\n")
                .collect(Collectors.joining(
                        "", "number,group,type,givenName,familyName,born,email,street,postalCode,city\n", ""));
    }
}

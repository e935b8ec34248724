package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Bank files are fetched from a real SFTP server: from the pinned one alone, whole, and never twice. */
@OnRunningProduct
class SftpIT {
    private static final String OURS = "9912346";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client operator;
    private BankServer bank;
    private String source = "";

    SftpIT(Product product) {
        this.product = product;
        this.operator = product.as("prov", "drift");
    }

    @BeforeEach
    void start() throws IOException {
        bank = BankServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (!source.isEmpty()) {
            operator.send("DELETE", "bank-sources/" + source, new byte[0]);
        }
        bank.close();
        product.books().requireClean();
    }

    @Test
    void aServerIsToldNothingBeforeAPersonHasPinnedItsKey() {
        add(Map.of());
        var tried = tryOut();

        assertThat(tried.get("hostKey").asText()).isEqualTo(bank.fingerprint());
        assertThat(tried.get("failure").asText()).isEqualTo("HOST_KEY_UNPINNED");
        assertThat(bank.logIns()).isZero();
        assertThat(operator.post("bank-sources/" + source + ":look", "")
                        .expect(422)
                        .problem())
                .isEqualTo("host-key-unpinned");

        pin("SHA256:" + "b".repeat(43)); // another than the server shows
        Waiting.until("the alarm", () -> alarms().contains("HOST_KEY"));
        assertThat(see().get("failure").asText()).isEqualTo("HOST_KEY_CHANGED");
        assertThat(see().has("nextLookAt")).isFalse();
        assertThat(bank.logIns()).isZero();
    }

    @Test
    void aFileIsFetchedBookedAndThenArchived() {
        add(Map.of());
        bank.lay("avi-1.txt", file("sftp ett", 1_100));
        bank.lay("annat.pdf", new byte[] {1});
        pin(bank.fingerprint());

        awaitGone("avi-1.txt");
        assertThat(bank.archive().resolve("avi-1.txt")).exists();
        assertThat(bank.out().resolve("annat.pdf")).exists();
        assertThat(sharedFile("avi-1.txt").get("state").asText()).isEqualTo("DISTRIBUTED");
        assertThat(payments("sftp ett")).isEqualTo(1);
        Waiting.until("the look", () -> see().path("lastFile").asText().equals("avi-1.txt"));
        assertThat(see().has("failure")).isFalse();
    }

    @Test
    void aKeyOpensAsAPasswordDoesAndWhatIsFetchedMayBeDeleted() {
        var wish = new HashMap<String, Object>(Map.of("byKey", true, "privateKey", bank.privateKey()));
        wish.put("archiveFolder", null);
        add(wish);
        bank.lay("avi-2.txt", file("sftp två", 1_200));
        pin(bank.fingerprint());

        awaitGone("avi-2.txt");
        assertThat(bank.archive()).isEmptyDirectory();
        assertThat(payments("sftp två")).isEqualTo(1);
    }

    @Test
    void aSecretIsNeverAnsweredNorLogged() throws IOException {
        add(Map.of("byKey", true, "privateKey", bank.privateKey()));
        var shown = operator.get("bank-sources/" + source).expect(200);
        assertThat(shown.text()).doesNotContain("BEGIN", "privateKey", "secret");
        assertThat(tryOut().toString()).doesNotContain("BEGIN");
        var body = bank.privateKey().lines().skip(1).findFirst().orElseThrow();
        assertThat(Files.readString(product.data().resolve("start.log"))).doesNotContain(body);
        var kept = product.books().column("prov", "select encode(secret, 'escape') from sftp_connection");
        assertThat(kept).isNotEmpty().noneMatch(text -> text.contains(body));
    }

    @Test
    void aFileThatGrowsIsLeftUntilItRests() throws IOException {
        add(Map.of());
        var whole = file("växer", 1_300);
        var growing = bank.out().resolve("avi-3.txt");
        Files.write(growing, Arrays.copyOf(whole, 100));
        pin(bank.fingerprint());
        for (var from = 100; from < whole.length; from += 100) {
            var looked = see().path("lookedAt").asText();
            Files.write(
                    growing,
                    Arrays.copyOfRange(whole, from, Math.min(whole.length, from + 100)),
                    StandardOpenOption.APPEND);
            Waiting.until("a look", () -> !see().path("lookedAt").asText().equals(looked));
        }

        awaitGone("avi-3.txt");
        assertThat(sharedFile("avi-3.txt").get("state").asText()).isEqualTo("DISTRIBUTED");
        assertThat(sharedFiles("avi-3.txt")).hasSize(1);
        assertThat(payments("växer")).isEqualTo(1);
    }

    @Test
    void aBrokenFileIsStoppedAndHoldsUpNoOther() {
        add(Map.of());
        bank.lay("avi-4a.txt", Samples.cut(file("trasig", 1_400)));
        bank.lay("avi-4b.txt", file("hel", 1_500));
        pin(bank.fingerprint());

        awaitGone("avi-4a.txt");
        awaitGone("avi-4b.txt");
        assertThat(sharedFile("avi-4a.txt").get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(sharedFile("avi-4b.txt").get("state").asText()).isEqualTo("DISTRIBUTED");
        assertThat(payments("trasig")).isZero();
    }

    @Test
    void whatCannotBeMovedIsBookedOnceAndSaid() {
        add(Map.of());
        bank.allowMoving(false);
        bank.lay("avi-5.txt", file("sitter fast", 1_600));
        pin(bank.fingerprint());

        Waiting.until("the failure", () -> see().path("failure").asText().equals("NOT_CLEARED"));
        var first = bank.reads();
        operator.post("bank-sources/" + source + ":look", "").expect(202);
        Waiting.until("another look", () -> bank.reads() > first);
        bank.allowMoving(true);
        operator.post("bank-sources/" + source + ":look", "").expect(202);
        Waiting.until("the file to be moved", () -> {
            operator.post("bank-sources/" + source + ":look", "");
            return Files.exists(bank.archive().resolve("avi-5.txt"));
        });
        assertThat(payments("sitter fast")).isEqualTo(1);
        assertThat(sharedFiles("avi-5.txt")).hasSize(1);
    }

    @Test
    void aChangedKeyStopsEverythingUntilAPersonPinsTheNewOne() throws IOException {
        add(Map.of());
        bank.lay("avi-6.txt", file("före bytet", 1_700));
        pin(bank.fingerprint());
        awaitGone("avi-6.txt");

        bank.changeKey();
        var logIns = bank.logIns();
        bank.lay("avi-7.txt", file("efter bytet", 1_800));
        operator.post("bank-sources/" + source + ":look", "").expect(202);
        Waiting.until("the alarm", () -> alarms().contains("HOST_KEY"));
        assertThat(bank.out().resolve("avi-7.txt")).exists();
        assertThat(bank.logIns()).isEqualTo(logIns);

        pin(bank.fingerprint());
        awaitGone("avi-7.txt");
        Waiting.until("the end of the alarm", () -> alarms().isEmpty());
        assertThat(payments("efter bytet")).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithAWishIsSaid() {
        var bad = wish(Map.of("host", "sftp://bank/out", "port", 0, "pattern", "../*", "everyMinutes", 0));
        var problem = operator.post("bank-sources", bad).expect(422).json();
        assertThat(problem.get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/host", "/port", "/pattern", "/everyMinutes");
        operator.post("bank-sources", wish(Map.of("byKey", true, "privateKey", "inte en nyckel")))
                .expect(422);
        add(Map.of());
        operator.send("PUT", "bank-sources/" + source, Client.bytes(wish(Map.of())), "Content-Type", "application/json")
                .expect(428);
        product.admin("prov").post("bank-sources", wish(Map.of())).expect(403);
    }

    private Map<String, Object> wish(Map<String, Object> others) {
        var wish = new HashMap<>(bank.wish("avi-*.txt"));
        wish.putAll(others);
        return wish;
    }

    private void add(Map<String, Object> others) {
        source = operator.post("bank-sources", wish(others))
                .expect(201)
                .json()
                .at("/source/id")
                .asText();
    }

    private JsonNode tryOut() {
        return operator.post("bank-sources/" + source + ":try", "").expect(200).json();
    }

    private void pin(String fingerprint) {
        var body = Client.bytes(Map.of("fingerprint", fingerprint));
        operator.send("PUT", "bank-sources/" + source + "/host-key", body, "Content-Type", "application/json")
                .expect(200);
    }

    private JsonNode see() {
        return operator.get("bank-sources/" + source).expect(200).json().get("source");
    }

    private List<String> alarms() {
        return see().get("alarms").findValuesAsText("kind");
    }

    private void awaitGone(String name) {
        Path there = bank.out().resolve(name);
        Waiting.until(name + " to be fetched", () -> !Files.exists(there));
    }

    private JsonNode sharedFile(String name) {
        return sharedFiles(name).get(0);
    }

    private List<JsonNode> sharedFiles(String name) {
        return operator.all("shared-files").stream()
                .filter(file -> file.get("name").asText().equals(name))
                .toList();
    }

    private static byte[] file(String message, long ore) {
        return BankFiles.of(OURS, DAY, List.of(OutgoingPayment.free("", message, ore)));
    }

    private long payments(String message) {
        return product.books()
                .number("prov", "select count(*) from payment where message || reference like '%" + message + "%'");
    }
}

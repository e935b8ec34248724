package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/**
 * One file for several tenants: each gets its own sections and learns nothing of the others; the rest is the
 * operator's.
 */
@OnRunningProduct
class SharedFileIT {
    private static final String OURS = "9912346";
    private static final String THEIRS = "9913328";
    private static final String UPLOAD = new UUID(0, 1).toString();
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client operator;
    private final Client prov;
    private final Client annan;

    SharedFileIT(Product product) {
        this.product = product;
        this.operator = product.as("prov", "drift");
        this.prov = product.admin("prov");
        this.annan = product.admin("annan");
    }

    @AfterEach
    void theBooksAreClean() {
        product.books().requireClean();
    }

    @Test
    void eachGetsItsOwnAndTheUnknownGoesToTheOperatorUntilSomebodyHasTheNumber() {
        var bytes = BankFiles.of(
                Map.of(
                        OURS,
                        List.of(OutgoingPayment.free("Provs Betalare", "gåva till prov", 11_100)),
                        THEIRS,
                        List.of(
                                OutgoingPayment.free("Annans Betalare", "gåva till annan", 22_200),
                                OutgoingPayment.free("Annans Betalare", "gåva till annan", 22_300)),
                        "9917857",
                        List.of(OutgoingPayment.free("Ingens Betalare", "till ingen", 33_300))),
                DAY);

        var taken = hand("Riksförbundet Annan och andra.txt", bytes).expect(201).json();

        assertThat(taken.get("state").asText()).isEqualTo("WAITING");
        assertThat(receivers(taken)).containsExactly(tenant("prov"), tenant("annan"), "");
        var ours = newest(prov);
        assertThat(ours.get("state").asText()).isEqualTo("BOOKED");
        assertThat(ours.get("newPayments").asInt()).isEqualTo(1);
        assertThat(ours.at("/totals/0/amount").asText()).isEqualTo("111.00");
        var theirs = newest(annan);
        assertThat(theirs.get("newPayments").asInt()).isEqualTo(2);
        assertThat(theirs.at("/totals/0/amount").asText()).isEqualTo("445.00");
        tellsNothingOfOthers(prov, ours, "222", "223", "445", "333", "Annan", "annan", "Ingen", THEIRS, "991-3328");
        tellsNothingOfOthers(annan, theirs, "111.00", "333", "Provs", "prov", "Ingen", OURS, "991-2346");
        // as if there were no section before it: head of the file, head of the section, then its first payment
        assertThat(payments(annan, theirs))
                .extracting(payment -> detail(annan, payment).path("record").asInt())
                .contains(3)
                .allMatch(record -> record <= 6);
        bytesAreTheOperators(taken, bytes);

        var nobody = operator.post("shared-files/" + id(taken) + ":hand-over", "")
                .expect(200)
                .json();
        assertThat(nobody.get("state").asText()).isEqualTo("WAITING");
        club(annan, "Nya numret", "9917857");
        var handed = operator.post("shared-files/" + id(taken) + ":hand-over", "")
                .expect(200)
                .json();

        assertThat(handed.get("state").asText()).isEqualTo("DISTRIBUTED");
        assertThat(newest(annan).get("newPayments").asInt()).isEqualTo(3);
        assertThat(newest(annan).at("/totals/0/amount").asText()).isEqualTo("778.00");
        var before = product.books().number("annan", "select count(*) from payment");
        operator.post("shared-files/" + id(taken) + ":hand-over", "").expect(200);
        assertThat(hand("en gång till.txt", bytes).expect(200).json().get("id")).isEqualTo(taken.get("id"));
        assertThat(product.books().number("annan", "select count(*) from payment"))
                .isEqualTo(before);
    }

    @Test
    void inATenantsFolderLiesNothingForOthersUntilTheOperatorHandsItOver() throws IOException {
        var bytes = BankFiles.of(
                Map.of(
                        OURS, List.of(OutgoingPayment.free("", "smyger sig in", 44_400)),
                        THEIRS, List.of(OutgoingPayment.free("", "i egen mapp", 55_500))),
                DAY);
        var before = product.books().number("prov", "select count(*) from payment");
        drop("annan", "blandad.txt", bytes);

        var file = sharedFile("blandad.txt");
        assertThat(file.get("state").asText()).isEqualTo("WAITING");
        assertThat(newest(annan).at("/totals/0/amount").asText()).isEqualTo("555.00");
        assertThat(product.books().number("prov", "select count(*) from payment"))
                .isEqualTo(before);

        operator.post("shared-files/" + id(file) + ":hand-over", "").expect(200);
        assertThat(product.books().number("prov", "select count(*) from payment"))
                .isEqualTo(before + 1);
    }

    @Test
    void theSharedFolderIsForAll() throws IOException {
        var bytes = BankFiles.of(
                Map.of(
                        OURS, List.of(OutgoingPayment.free("", "delad mapp", 66_600)),
                        THEIRS, List.of(OutgoingPayment.free("", "delad mapp", 77_700))),
                DAY);
        drop("_all", "delad.txt", bytes);

        assertThat(sharedFile("delad.txt").get("state").asText()).isEqualTo("DISTRIBUTED");
        assertThat(newest(prov).at("/totals/0/amount").asText()).isEqualTo("666.00");
        assertThat(newest(annan).at("/totals/0/amount").asText()).isEqualTo("777.00");
    }

    @Test
    void aFileThatCannotBeTrustedIsNobodysAndIsSetAsideWithANote() {
        var before = id(newest(prov));
        var whole = BankFiles.of(Map.of(OURS, List.of(OutgoingPayment.free("", "avklippt", 100))), DAY);

        var cut = hand("avklippt.txt", Samples.cut(whole)).expect(201).json();

        assertThat(cut.get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(cut.at("/problems/0/code").asText()).isEqualTo("TRUNCATED");
        assertThat(id(newest(prov))).isEqualTo(before);
        assertThat(operator.post("shared-files/" + id(cut) + ":hand-over", "")
                        .expect(409)
                        .problem())
                .isEqualTo("conflict-shared-file-stopped");
        var waiting = operator.all("shared-files?waiting=true").stream().map(SharedFileIT::id);
        assertThat(waiting).contains(id(cut));
        operator.post("shared-files/" + id(cut) + ":set-aside", Map.of("note", " "))
                .expect(422);
        var aside = operator.post("shared-files/" + id(cut) + ":set-aside", Map.of("note", "Ny fil är beställd"))
                .expect(200)
                .json();
        assertThat(aside.get("state").asText()).isEqualTo("SET_ASIDE");
        assertThat(aside.get("note").asText()).isEqualTo("Ny fil är beställd");
    }

    @Test
    void aMissingFileIsAnAlarmThatEndsByItselfAndTheOfficeSeesThatMoneyIsLate() throws SQLException {
        hand("gårdagens.txt", ofOurs("gårdagens")).expect(201);
        var daily = Map.of("days", "EVERY_DAY", "by", "00:00");
        operator.send(
                        "PUT",
                        "bank-sources/" + UPLOAD + "/expectation",
                        Client.bytes(daily),
                        "Content-Type",
                        "application/json")
                .expect(200);
        assertThat(source().get("alarms")).isEmpty();

        daysPass();
        Waiting.until("the alarm", () -> !source().get("alarms").isEmpty());
        assertThat(source().at("/alarms/0/kind").asText()).isEqualTo("MISSING");
        assertThat(prov.get("bank-delay").expect(200).json().get("late").asBoolean())
                .isTrue();
        assertThat(product.admin("cirkel")
                        .get("bank-delay")
                        .expect(200)
                        .json()
                        .get("late")
                        .asBoolean())
                .isFalse();

        hand("dagens.txt", ofOurs("dagens")).expect(201);
        Waiting.until("the end of the alarm", () -> source().get("alarms").isEmpty());
        assertThat(prov.get("bank-delay").expect(200).json().get("late").asBoolean())
                .isFalse();
        assertThat(source().get("lastFile").asText()).isEqualTo("dagens.txt");
    }

    private void daysPass() throws SQLException {
        try (var connection = product.books().connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update bank_source set expected_since = expected_since - interval '3 days' where kind = 0");
            statement.execute("update bank_look set last_file_at = last_file_at - interval '2 days' "
                    + "where source_id = '" + UPLOAD + "'");
        }
    }

    private JsonNode source() {
        return operator.get("bank-sources/" + UPLOAD).expect(200).json().get("source");
    }

    private byte[] ofOurs(String message) {
        return BankFiles.of(OURS, DAY, List.of(OutgoingPayment.free("", message, 900)));
    }

    private void bytesAreTheOperators(JsonNode file, byte[] bytes) {
        var content = "shared-files/" + id(file) + "/content";
        assertThat(operator.get(content).expect(200).bytes()).isEqualTo(bytes);
        for (var admin : List.of(prov, annan)) {
            admin.get(content).expect(403);
            admin.get("shared-files/" + id(file)).expect(403);
            admin.get("shared-files").expect(403);
            admin.get("bank-sources").expect(403);
        }
    }

    /** Neither the list, nor the file, nor any payment of it says anything of the others. */
    private void tellsNothingOfOthers(Client admin, JsonNode file, String... words) {
        assertThat(file.get("problems")).isEmpty();
        assertThat(file.get("name").asText()).isEqualTo("BGMAX " + LocalDate.now(ZoneOffset.UTC));
        var whole = admin.get("bank-files/" + id(file)).expect(200).json().deepCopy();
        ((ObjectNode) whole).remove(List.of("id"));
        assertThat(whole.toString()).doesNotContain(words);
        assertThat(payments(admin, file)).hasSize(file.get("newPayments").asInt());
    }

    private static List<JsonNode> payments(Client admin, JsonNode file) {
        return admin.all("payments?bankFileId=" + id(file));
    }

    private static JsonNode detail(Client admin, JsonNode payment) {
        return admin.get("payments/" + id(payment)).expect(200).json();
    }

    private Client.Reply hand(String name, byte[] bytes) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return operator.send("POST", "shared-files?name=" + encoded, bytes, "Content-Type", "application/octet-stream");
    }

    private void drop(String folder, String name, byte[] bytes) throws IOException {
        var inbox = Files.createDirectories(product.inbox(folder));
        var part = Files.write(inbox.resolve(name + ".part"), bytes);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Waiting.until(name, () -> Files.exists(inbox.resolve("done").resolve(name)));
    }

    private JsonNode sharedFile(String name) {
        return operator.all("shared-files").stream()
                .filter(file -> file.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> receivers(JsonNode file) {
        return operatorSections(file).stream()
                .map(section -> section.path("tenantId").asText(""))
                .toList();
    }

    private static List<JsonNode> operatorSections(JsonNode file) {
        var sections = new ArrayList<JsonNode>();
        file.get("sections").forEach(sections::add);
        return sections;
    }

    private String tenant(String slug) {
        return product.books()
                .column(slug, "select id from tenant where slug = '" + slug + "'")
                .get(0);
    }

    private static JsonNode newest(Client admin) {
        return admin.get("bank-files?limit=1").expect(200).json().at("/items/0");
    }

    private static JsonNode club(Client admin, String name, String bankgiro) {
        var federation =
                admin.get("groups").expect(200).json().at("/items/0/id").asText();
        var body = Map.of(
                "name", name, "kind", "LOCAL", "parentId", federation, "billingIdentity", Map.of("bankgiro", bankgiro));
        return admin.post("groups", body).expect(201).json();
    }

    private static String id(JsonNode thing) {
        return Optional.ofNullable(thing.get("id")).map(JsonNode::asText).orElse("");
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Documents by text and letter: handed over once, believed when the provider tells, and followed by the next channel.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChannelsIT {
    private static final String TENANT = "annan";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);
    private static final String SECRET = "ett hemligt ord hos leverantören";

    private static SmsProvider provider;
    private static Path letters;
    private static Product product;
    private static String group = "";
    private static String type = "";

    @BeforeAll
    static void start() throws IOException {
        provider = SmsProvider.start();
        letters = Files.createTempDirectory("letters-");
        product = Product.start(
                Map.of("AVISO_SMS_API_URL", provider.address(), "AVISO_LETTER_FOLDER", letters.toString()));
        group = one("select id::text from group_node where slug = 'annan-ett'");
        type = one("select id::text from membership_type where slug = 'ar'");
    }

    @AfterAll
    static void stop() {
        product.close();
        provider.close();
    }

    @Test
    @Order(1)
    void aTenantSaysWhichChannelsItUsesAndNoSecretComesBack() {
        var values = Map.of("user", "annan", "password", SECRET, "from", "Annan");
        var sms = set("SMS", Map.of("active", true, "place", 3, "patienceHours", 12, "values", values));
        assertThat(sms.get("ready").asBoolean()).isTrue();
        assertThat(sms.get("secretsKept")).map(JsonNode::asText).containsExactly("password", "user");
        assertThat(sms.get("values").get("from").asText()).isEqualTo("Annan");
        set("LETTER", Map.of("active", true, "place", 4));
        var all = office().get("channels").expect(200);
        assertThat(all.text()).doesNotContain(SECRET);
        assertThat(all.json().findValuesAsText("channel"))
                .containsExactly("MY_PAGES", "EMAIL", "SMS", "LETTER", "PEPPOL");
        assertThat(product.books().number(TENANT, "select count(*) from channel_value where value = '" + SECRET + "'"))
                .isZero();
        assertThat(product.admin("prov").get("channels").expect(200).text()).doesNotContain("Annan");
    }

    @Test
    @Order(2)
    void whatAChannelDoesNotKnowIsRefusedWithItsPlace() {
        var wrong = Map.of("active", true, "place", 0, "patienceHours", 721, "values", Map.of("apiUrl", "https://x"));
        var refused = put("SMS", wrong, "*").expect(422);
        assertThat(refused.text()).contains("/place", "/patienceHours", "/values/apiUrl");
        assertThat(put("SMS", Map.of("active", true, "place", 3), "\"0\"").status())
                .isEqualTo(412);
    }

    @Test
    @Order(3)
    void anInvoiceGoesByTextWithALinkThatOpensItAndArrivesOnce() {
        var number = number();
        var invoice = invoice(number, false);
        awaitState(invoice, "SMS", "SENT");

        var text = provider.texts(number).get(0);
        assertThat(text.get("from")).isEqualTo("Annan");
        var message = SmsProvider.said(text, "message");
        assertThat(message).contains("300,00 kr", "/public/pay.xhtml?key=");
        var link = message.substring(message.indexOf("/public/pay.xhtml"));

        assertThat(provider.tell(text, "sent")).isEqualTo(204);
        assertThat(state(invoice, "SMS")).isEqualTo("SENT");
        assertThat(provider.open(product.baseUrl() + link)).isEqualTo(200);
        assertThat(state(invoice, "SMS")).as("what is opened has arrived").isEqualTo("DELIVERED");
        assertThat(provider.tell(text, "delivered")).isEqualTo(204);
        assertThat(state(invoice, "SMS")).isEqualTo("DELIVERED");
        assertThat(provider.tell(text, "failed")).isEqualTo(204);
        assertThat(state(invoice, "SMS")).isEqualTo("DELIVERED");
        assertThat(provider.texts(number)).hasSize(1);
    }

    @Test
    @Order(4)
    void nobodyElseTellsWhatBecameOfAText() {
        var number = number();
        var mine = invoice(number, false);
        var other = number();
        var others = invoice(other, false);
        awaitState(mine, "SMS", "SENT");
        awaitState(others, "SMS", "SENT");
        var address = SmsProvider.said(provider.texts(number).get(0), "whendelivered");
        var dispatch = address.substring(address.lastIndexOf('/') + 1);
        var foreign = SmsProvider.said(provider.texts(other).get(0), "whendelivered");
        var mixed = foreign.substring(0, foreign.lastIndexOf('/') + 1) + dispatch;
        for (var wrong : List.of(
                mixed,
                address.replace("/SMS/", "/LETTER/"),
                address.replace(dispatch, UUID.randomUUID().toString()),
                address.replaceFirst("delivery-notices/.", "delivery-notices/_"))) {
            assertThat(provider.call(wrong, "id=s1&status=delivered")).as(wrong).isEqualTo(404);
        }
        assertThat(state(mine, "SMS")).isEqualTo("SENT");
    }

    @Test
    @Order(5)
    void aTextThatNeverArrivesIsFollowedByALetterInOnePrintedFile() {
        var number = number();
        var invoice = invoice(number, true);
        awaitState(invoice, "SMS", "SENT");

        provider.tell(provider.texts(number).get(0), "failed");

        awaitState(invoice, "SMS", "BOUNCED");
        awaitState(invoice, "LETTER", "SENT");
        var id = one("select id::text from dispatch where channel = 1 and invoice_id = '" + invoice + "'");
        var row =
                index().stream().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
        assertThat(row).contains("831 30 Östersund", ",C5,B,");
        assertThat(pages(row.split(",", -1)[1])).isPositive();
        assertThat(one("select after_id::text from dispatch where id = '" + id + "'"))
                .isEqualTo(one("select id::text from dispatch where channel = 2 and invoice_id = '" + invoice + "'"));

        receipt(id, "RETURNED");
        awaitState(invoice, "LETTER", "BOUNCED");
    }

    @Test
    @Order(6)
    void whoHasNoOtherAddressIsLeftToAPerson() {
        var number = number();
        var invoice = invoice(number, false);
        awaitState(invoice, "SMS", "SENT");
        provider.tell(provider.texts(number).get(0), "failed");
        Waiting.until(
                "it to be looked at",
                PATIENCE,
                () -> one("select followed::text from dispatch where invoice_id = '" + invoice + "'")
                        .equals("true"));
        assertThat(product.books().number(TENANT, "select count(*) from dispatch where invoice_id = '" + invoice + "'"))
                .isEqualTo(1);
    }

    /** The provider has the text and has not said so when the server dies: nobody knows, and nobody sends it again. */
    @Test
    @Tag("kill")
    @Order(7)
    void whatIsInTheProvidersHandsWhenTheServerDiesIsHeldAndNeverSentTwice() {
        provider.hang();
        var number = number();
        var invoice = invoice(number, true);
        Waiting.until(
                "the text to be taken", PATIENCE, () -> provider.texts(number).size() == 1);
        product.kill();
        provider.answer(200);
        product.startAgain();

        awaitState(invoice, "SMS", "UNKNOWN");
        assertThat(provider.texts(number)).hasSize(1);
        assertThat(product.books().number(TENANT, "select count(*) from dispatch where invoice_id = '" + invoice + "'"))
                .isEqualTo(1);
        assertThat(provider.tell(provider.texts(number).get(0), "delivered")).isEqualTo(204);
        assertThat(state(invoice, "SMS")).isEqualTo("DELIVERED");
    }

    @Test
    @Order(8)
    void whatTheProviderRefusesIsQueuedAgainWhenItsFaultIsMended() {
        provider.answer(400);
        var number = number();
        var invoice = invoice(number, false);
        awaitState(invoice, "SMS", "FAILED");
        provider.answer(200);

        var none = office().post(
                        "dispatches:replay",
                        Map.of("channel", "SMS", "day", "2001-01-01"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200)
                .json();
        assertThat(none.get("queued").asInt()).isZero();
        var replayed = office().post(
                        "dispatches:replay",
                        Map.of(
                                "channel",
                                "SMS",
                                "day",
                                dayOfTheNewestThatFailed().toString()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200)
                .json();

        assertThat(replayed.get("queued").asInt()).isPositive();
        awaitState(invoice, "SMS", "SENT");
        assertThat(provider.texts(number)).hasSize(2);
    }

    private LocalDate dayOfTheNewestThatFailed() {
        var newest = office().get("dispatches?state=FAILED&channel=SMS&limit=1").expect(200);
        var at = Instant.parse(newest.json().at("/items/0/changedAt").asText());
        return at.atZone(ZoneId.of("Europe/Stockholm")).toLocalDate();
    }

    @Test
    @Order(9)
    void aMonthsMoneyIsNotOverspent() {
        var settings = office().get("run-settings").expect(200);
        var body = new HashMap<String, Object>();
        settings.json().properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.put("costs", Map.of("SMS", "1.00"));
        office().send("PUT", "run-settings", Client.bytes(body), "If-Match", "*", "Content-Type", "application/json")
                .expect(200);
        set("SMS", Map.of("active", true, "place", 3, "monthlyCap", "9.00"));
        var number = number();
        var first = invoice(number, false);
        awaitState(first, "SMS", "SENT");
        var pieces = pieces(SmsProvider.said(provider.texts(number).get(0), "message"));
        assertThat(pieces).isGreaterThan(1);
        Waiting.until(
                "each piece of the text to be counted",
                PATIENCE,
                () -> channel("SMS").get("spent").asText().equals(pieces + ".00"));
        set("SMS", Map.of("active", true, "place", 3, "monthlyCap", pieces + 1 + ".00"));
        var second = invoice(number(), false);
        Waiting.until(
                "it to be said why it waits",
                PATIENCE,
                () -> one("select coalesce(failure, '') from dispatch where invoice_id = '" + second + "'")
                        .equals("the month's money is spent"));
        assertThat(state(second, "SMS")).isEqualTo("QUEUED");
        set("SMS", Map.of("active", true, "place", 3));
        awaitState(second, "SMS", "SENT");
        product.books().requireClean();
    }

    private static JsonNode set(String channel, Map<String, Object> body) {
        return put(channel, body, "*").expect(200).json();
    }

    private static Client.Reply put(String channel, Map<String, Object> body, String version) {
        return office().send(
                        "PUT",
                        "channels/" + channel,
                        Client.bytes(body),
                        "If-Match",
                        version,
                        "Content-Type",
                        "application/json");
    }

    private static JsonNode channel(String name) {
        return StreamSupport.stream(office().get("channels").expect(200).json().spliterator(), false)
                .filter(each -> each.get("channel").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** So many parts a text of the small alphabet is sent as. */
    private static int pieces(String text) {
        return text.length() <= 160 ? 1 : (text.length() + 152) / 153;
    }

    private static String number() {
        return "+4670" + NUMBERS.incrementAndGet();
    }

    /** An invoice for somebody who wishes texts. */
    private static String invoice(String number, boolean withAddress) {
        var person = new HashMap<String, Object>(Map.of(
                "givenName", "Text",
                "familyName", "Läsare",
                "born", "1980-05-17",
                "phone", number,
                "channel", "SMS",
                "memberships", List.of(Map.of("groupId", group, "typeId", type))));
        if (withAddress) {
            person.put("address", Map.of("street", "Gatan 1", "postalCode", "83130", "city", "Östersund"));
        }
        var member =
                office().post("members", person).expect(201).json().get("id").asText();
        var line = Map.of("kind", "FREE", "text", "Läger", "unit", "300.00", "vat", "ZERO", "account", 3051);
        var bill = Map.of("groupId", group, "memberId", member, "lines", List.of(line));
        return office().post(
                        "invoices", bill, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private static void awaitState(String invoice, String channel, String state) {
        Waiting.until(
                "the dispatch of " + invoice + " by " + channel + " to be " + state,
                PATIENCE,
                () -> state(invoice, channel).equals(state));
    }

    private static String state(String invoice, String channel) {
        for (var delivery :
                office().get("invoices/" + invoice).expect(200).json().get("deliveries")) {
            if (delivery.get("channel").asText().equals(channel)) {
                return delivery.get("state").asText();
            }
        }
        return "";
    }

    private static List<String> index() {
        try (var files = Files.list(letters.resolve(TENANT))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .flatMap(file -> lines(file).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int pages(String file) {
        try (var pdf = Loader.loadPDF(letters.resolve(TENANT).resolve(file).toFile())) {
            return pdf.getNumberOfPages();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void receipt(String letter, String status) {
        try {
            var receipts = Files.createDirectories(letters.resolve(TENANT).resolve("receipts"));
            Files.writeString(receipts.resolve("r1.csv"), "id,status\n" + letter + "," + status + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Client office() {
        return product.admin(TENANT);
    }

    private static String one(String sql) {
        return product.books().column(TENANT, sql).get(0);
    }
}

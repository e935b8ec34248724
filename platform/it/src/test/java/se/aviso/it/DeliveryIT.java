package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of documents after they were handed over, where not all goes well. */
class DeliveryIT {
    private static final String TENANT = "annan";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final AtomicInteger NUMBERS = new AtomicInteger(2_000_000);

    private static SmsProvider provider;
    private static Product product;
    private static Path letters;
    private static String group = "";
    private static String type = "";

    @BeforeAll
    static void start() throws IOException {
        provider = SmsProvider.start();
        letters = Files.createTempDirectory("letters-");
        product = Product.start(Map.of(
                "AVISO_SMS_API_URL",
                provider.address(),
                "AVISO_LETTER_FOLDER",
                letters.toString(),
                "AVISO_SMS_PER_MINUTE",
                "600"));
        group = one("select id::text from group_node where slug = 'annan-ett'");
        type = one("select id::text from membership_type where slug = 'ar'");
        set("SMS", Map.of("active", true, "place", 3, "values", Map.of("user", "annan", "password", "ord")));
        set("LETTER", Map.of("active", true, "place", 4));
    }

    @AfterAll
    static void stop() {
        product.close();
        provider.close();
    }

    @Test
    void aProviderTakesNoMoreThanTheOperatorSaysOfAllTogether() {
        awaitState(invoice(number(), "SMS"), "SMS", "SENT");
        pace(-600_000);
        var held = invoice(number(), "SMS");
        awaitState(invoice(number(), "LETTER"), "LETTER", "SENT");
        assertThat(state(held, "SMS")).isEqualTo("QUEUED");

        pace(600_000);

        awaitState(held, "SMS", "SENT");
    }

    private static void pace(int thousandths) {
        assertThat(one("update provider_pace set at = now(), thousandths = " + thousandths
                        + " where provider like 'SMS %' returning provider"))
                .endsWith(provider.address());
    }

    @Test
    void whatWasLostWaitsForAChannelAndIsFollowedWhenItIsOpened() {
        set("LETTER", Map.of("active", false, "place", 4));
        var number = number();
        var invoice = invoice(number, "SMS");
        awaitState(invoice, "SMS", "SENT");
        provider.tell(provider.texts(number).get(0), "failed");
        awaitOne(
                "select (not followed and next_attempt_at > now())::text from dispatch where channel = 2 and invoice_id = '"
                        + invoice + "'",
                "true");
        assertThat(state(invoice, "LETTER")).isEmpty();

        set("LETTER", Map.of("active", true, "place", 4));

        awaitState(invoice, "LETTER", "SENT");
        assertThat(one("select followed::text from dispatch where channel = 2 and invoice_id = '" + invoice + "'"))
                .isEqualTo("true");
    }

    @Test
    void aLetterWhoseInvoiceIsCreditedLeavesItsBatchUnlessThePrintHouseHasTakenIt() throws IOException {
        var early = invoice(number(), "LETTER");
        awaitState(early, "LETTER", "SENT");
        var index = letters.resolve(TENANT).resolve(batch(early) + ".csv");
        var dispatch = one("select id::text from dispatch where document = 0 and invoice_id = '" + early + "'");
        credit(early);
        awaitOne(told(early), "8 cancelled by the provider");
        assertThat(!Files.exists(index) || !Files.readString(index).contains(dispatch))
                .isTrue();

        var late = invoice(number(), "LETTER");
        awaitState(late, "LETTER", "SENT");
        Files.delete(letters.resolve(TENANT).resolve(batch(late) + ".manifest.json"));
        credit(late);
        awaitOne(told(late), "3 too late to cancel: the provider has gone on with it");
        product.books().requireClean();
    }

    private static String batch(String invoice) {
        return one("select provider_reference from dispatch where document = 0 and invoice_id = '" + invoice + "'");
    }

    private static String told(String invoice) {
        return "select state || ' ' || coalesce(failure, '') from dispatch where document = 0 and invoice_id = '"
                + invoice + "'";
    }

    private static void credit(String invoice) {
        office().post(
                        "invoices/" + invoice + "/credit-notes",
                        Map.of("reason", "Fel"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
    }

    @Test
    void aLetterThatNothingIsHeardOfIsFollowedByTheNextChannel() {
        set("LETTER", Map.of("active", true, "place", 4, "patienceHours", 2));
        var young = invoice(number(), "LETTER");
        var old = invoice(number(), "LETTER");
        var oldest = invoice(number(), "LETTER");
        awaitState(young, "LETTER", "SENT");
        sentBefore(old, "3 hours");
        sentBefore(oldest, "31 days");

        awaitState(old, "SMS", "SENT");
        assertThat(state(young, "SMS")).isEmpty();
        assertThat(state(oldest, "SMS")).isEmpty();
        set("LETTER", Map.of("active", true, "place", 4));
    }

    /** No more than a letter that was lost years before the tenant said how it goes on. */
    @Test
    void whatWasLostLongAgoIsNotSentAnew() {
        var invoice = invoice(number(), "SMS");
        awaitState(invoice, "SMS", "SENT");
        one("update dispatch set state = 6, sent_at = now() - interval '31 days', next_attempt_at = now() "
                + "where invoice_id = '" + invoice + "' returning id::text");

        awaitOne("select followed::text from dispatch where channel = 2 and invoice_id = '" + invoice + "'", "true");
        assertThat(state(invoice, "LETTER")).isEmpty();
    }

    @Test
    void thePatienceOfAMonthEndsToo() {
        set("LETTER", Map.of("active", true, "place", 4, "patienceHours", 720));
        var invoice = invoice(number(), "LETTER");
        sentBefore(invoice, "31 days");

        awaitState(invoice, "SMS", "SENT");
        set("LETTER", Map.of("active", true, "place", 4));
    }

    @Test
    void silenceThatWaitsForAChannelIsFollowedWhenItIsOpened() {
        set("SMS", Map.of("active", false, "place", 3));
        set("LETTER", Map.of("active", true, "place", 4, "patienceHours", 2));
        var invoice = invoice(number(), "LETTER");
        sentBefore(invoice, "3 hours");
        awaitOne(
                "select (not followed and next_attempt_at > now())::text from dispatch where channel = 1 and invoice_id = '"
                        + invoice + "'",
                "true");
        assertThat(state(invoice, "SMS")).isEmpty();

        set("SMS", Map.of("active", true, "place", 3));

        awaitState(invoice, "SMS", "SENT");
        set("LETTER", Map.of("active", true, "place", 4));
    }

    /**
     * A text is of two pieces. A price that is told late is of the last hand-over; what the one before has cost stays.
     */
    @Test
    void whatIsSentTwiceCostsTwice() {
        cost("1.00");
        var number = number();
        var invoice = invoice(number, "SMS");
        awaitState(invoice, "SMS", "SENT");
        var dispatch = one("update dispatch set state = 7 where invoice_id = '" + invoice + "' returning id::text");
        resend(dispatch);
        awaitState(invoice, "SMS", "SENT");
        assertThat(one("select cost::text from dispatch where id = '" + dispatch + "'"))
                .isEqualTo("400");
        assertThat(provider.texts(number)).hasSize(2);

        assertThat(provider.tell(provider.texts(number).get(1), "delivered", 3_600))
                .isEqualTo(204);

        assertThat(one("select cost::text from dispatch where id = '" + dispatch + "'"))
                .isEqualTo("236");
        product.books().requireClean();
    }

    @Test
    void eachHandOverCostsInTheMonthInWhichItWasMade() {
        cost("1.00");
        var invoice = invoice(number(), "SMS");
        awaitState(invoice, "SMS", "SENT");
        var dispatch = one("update dispatch set state = 7, sent_at = now() - interval '40 days' where invoice_id = '"
                + invoice + "' returning id::text");
        var before = spent();
        resend(dispatch);
        awaitState(invoice, "SMS", "SENT");

        assertThat(spent().subtract(before)).isEqualByComparingTo("2.00");
        assertThat(one("select d.cost || ' ' || c.cost || ' ' || (c.at < now() - interval '39 days') from dispatch d "
                        + "join dispatch_charge c on c.dispatch_id = d.id where d.id = '" + dispatch + "'"))
                .isEqualTo("400 200 true");
    }

    private static BigDecimal spent() {
        for (var channel : office().get("channels").expect(200).json()) {
            if (channel.get("channel").asText().equals("SMS")) {
                return new BigDecimal(channel.get("spent").asText());
            }
        }
        throw new AssertionError("no channel SMS");
    }

    /**
     * The provider calls back while we still wait for its answer: what it has told holds, its key and the price of its
     * answer are kept.
     */
    @Test
    void aProviderThatCallsBackBeforeItsAnswerIsHeard() {
        cost("1.00");
        provider.charge(3_600);
        provider.hang();
        var number = number();
        var invoice = invoice(number, "SMS");
        Waiting.until(
                "the text to be taken", PATIENCE, () -> provider.texts(number).size() == 1);
        var text = provider.texts(number).get(0);
        assertThat(provider.tell(text, "delivered")).isEqualTo(204);
        assertThat(state(invoice, "SMS")).isEqualTo("DELIVERED");

        provider.answer(200);

        awaitOne(
                "select coalesce(provider_reference, '') || ' ' || cost from dispatch where invoice_id = '" + invoice
                        + "'",
                text.get("id") + " 36");
        provider.chargeNothing();
        assertThat(state(invoice, "SMS")).isEqualTo("DELIVERED");
        product.books().requireClean();
    }

    /** Nobody pays for letters because another provider is out; what was given up for it waits for a person. */
    @Test
    void aProviderThatTakesNothingCostsNeitherTriesNorLetters() {
        provider.answer(401);
        var invoice = invoice(number(), "SMS");
        awaitOne(
                "select attempts || ' ' || coalesce(failure, '') from dispatch where invoice_id = '" + invoice + "'",
                "0 The provider does not let us in, or the account is empty: 401.");
        one("update channel_hold set since = now() - interval '6 days', until = now() + interval '1 hour' "
                + "where channel = 2 returning reason");
        var dispatch = one("update dispatch set created_at = created_at - interval '6 days', "
                + "next_attempt_at = next_attempt_at - interval '6 days' where invoice_id = '" + invoice
                + "' returning id::text");
        awaitState(invoice, "SMS", "FAILED");
        assertThat(one("select followed || ' ' || attempts from dispatch where id = '" + dispatch + "'"))
                .isEqualTo("true 0");
        assertThat(state(invoice, "LETTER")).isEmpty();

        provider.answer(200);
        resend(dispatch);
        set("SMS", Map.of("active", true, "place", 3));
        awaitState(invoice, "SMS", "SENT");
        product.books().requireClean();
    }

    private static void resend(String dispatch) {
        office().send(
                        "POST",
                        "dispatches/" + dispatch + ":resend",
                        new byte[0],
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(200);
    }

    private static void sentBefore(String invoice, String time) {
        awaitState(invoice, "LETTER", "SENT");
        one("update dispatch set sent_at = now() - interval '" + time + "', next_attempt_at = now() - interval '" + time
                + "' where invoice_id = '" + invoice + "' returning id::text");
    }

    private static void cost(String each) {
        var body = new HashMap<String, Object>();
        office().get("run-settings")
                .expect(200)
                .json()
                .properties()
                .forEach(field -> body.put(field.getKey(), field.getValue()));
        body.put("costs", Map.of("SMS", each));
        office().send("PUT", "run-settings", Client.bytes(body), "If-Match", "*", "Content-Type", "application/json")
                .expect(200);
    }

    private static void set(String channel, Map<String, Object> body) {
        office().send(
                        "PUT",
                        "channels/" + channel,
                        Client.bytes(body),
                        "If-Match",
                        "*",
                        "Content-Type",
                        "application/json")
                .expect(200);
    }

    private static String number() {
        return "+4670" + NUMBERS.incrementAndGet();
    }

    /** An invoice for somebody with a telephone and a postal address. */
    private static String invoice(String number, String channel) {
        var address = Map.of("street", "Gatan 1", "postalCode", "83130", "city", "Östersund");
        var person = Map.of(
                "givenName",
                "Text",
                "familyName",
                "Läsare",
                "born",
                "1980-05-17",
                "phone",
                number,
                "channel",
                channel,
                "address",
                address,
                "memberships",
                List.of(Map.of("groupId", group, "typeId", type)));
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

    private static void awaitOne(String sql, String value) {
        Waiting.until(sql + " to be " + value, PATIENCE, () -> one(sql).equals(value));
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

    private static Client office() {
        return product.admin(TENANT);
    }

    private static String one(String sql) {
        return product.books().column(TENANT, sql).get(0);
    }
}

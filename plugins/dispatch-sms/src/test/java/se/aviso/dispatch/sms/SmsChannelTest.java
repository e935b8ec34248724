package se.aviso.dispatch.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Notice;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.spi.dispatch.Submitted;
import se.aviso.testkit.dispatch.DispatchChannelContract;

class SmsChannelTest extends DispatchChannelContract {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-14T12:00:00Z"), ZoneOffset.UTC);
    private static final String ANSWER = "{\"status\": \"created\", \"parts\": 1, \"cost\": 3500, \"id\": \"s70df\"}";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(post("/a1/sms").willReturn(okJson(ANSWER)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected DispatchChannel channel() {
        return new SmsChannel();
    }

    @Override
    protected PluginContext context(boolean dryRun) {
        return new PluginContext(settings(), NOON, dryRun);
    }

    @Override
    protected String goodAddress() {
        return "+46701234567";
    }

    @Override
    protected String badAddress() {
        return "hemlig-070123";
    }

    /** The address to call back is all that tells two texts apart. */
    @Override
    protected List<String> received() {
        return server.findAll(postRequestedFor(urlEqualTo("/a1/sms"))).stream()
                .map(request -> Form.read(request.getBody()).getOrDefault("whendelivered", ""))
                .toList();
    }

    @Override
    protected String noticesTo(UUID message) {
        return "https://aviso.example/notices/" + message;
    }

    @Test
    void theProviderGetsTextSenderAndTheAddressToCallBack() {
        var message = message(goodAddress());

        var receipt = channel().send(List.of(message), context(false)).get(0);

        assertThat(receipt).isEqualTo(new Receipt.Accepted(message.id(), "s70df", Optional.of(Money.ore(35))));
        var request = server.findAll(postRequestedFor(urlEqualTo("/a1/sms"))).get(0);
        assertThat(request.getHeader("Authorization")).isEqualTo("Basic ZWxrOmhlbWxpZ3Q=");
        assertThat(Form.read(request.getBody()))
                .isEqualTo(Map.of(
                        "from", "FjallViddOs",
                        "to", "+46701234567",
                        "message", "Hej!\nAvin är bifogad.",
                        "whendelivered", noticesTo(message.id())));
    }

    @Test
    void theTenantsOwnSenderComesFirst() {
        channel().send(messages(1), with(Map.of("from", "Klubben")));

        assertThat(Form.read(server.findAll(postRequestedFor(urlEqualTo("/a1/sms")))
                        .get(0)
                        .getBody()))
                .containsEntry("from", "Klubben");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused",
        "404, Refused",
        "401, Deferred",
        "402, Deferred",
        "403, Deferred",
        "429, Deferred",
        "503, Deferred",
        "302, Deferred",
        "500, Unknown",
        "502, Unknown"
    })
    void whatTheProviderAnswersBecomesAReceipt(int status, String kind) {
        server.stubFor(post("/a1/sms").willReturn(aResponse().withStatus(status).withBody("hemlig")));

        assertThat(channel().send(messages(1), context(false)).get(0).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatBreaksAfterTheTextWasGivenIsUnknownAndTheRestWaits(Fault fault) {
        server.stubFor(post("/a1/sms").willReturn(aResponse().withFault(fault)));

        var receipts = channel().send(messages(3), context(false));

        assertThat(receipts.get(0)).isInstanceOf(Receipt.Unknown.class);
        assertThat(receipts.subList(1, 3)).allMatch(receipt -> receipt instanceof Receipt.Deferred);
        assertThat(received()).hasSize(1);
    }

    @Test
    void aProviderThatHangsIsLeftAfterItsTime() {
        server.stubFor(post("/a1/sms").willReturn(okJson(ANSWER).withFixedDelay(30_000)));

        var receipts = channel().send(messages(2), with(Map.of("timeoutSeconds", "1")));

        assertThat(receipts.get(0)).isInstanceOf(Receipt.Unknown.class);
        assertThat(receipts.get(1)).isInstanceOf(Receipt.Deferred.class);
    }

    @Test
    void oneThatIsNotThereHasGotNothing() {
        var context = context(false);
        server.stop();

        assertThat(channel().send(messages(2), context))
                .hasSize(2)
                .allMatch(receipt -> receipt instanceof Receipt.Deferred);
    }

    @ParameterizedTest
    @CsvSource({"created, TAKEN", "sent, TAKEN", "delivered, DELIVERED", "failed, LOST"})
    void aCallbackTellsWhatBecameOfAText(String status, Delivery.State state) {
        assertThat(channel()
                        .read(
                                notice("id=s70df&status=" + status + "&delivered=2026-12-14T12%3A00%3A00Z"),
                                context(false)))
                .singleElement()
                .satisfies(told -> assertThat(told.state()).isEqualTo(state))
                .satisfies(told -> assertThat(told.providerReference()).isEqualTo("s70df"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id=s70df", "id=s70df&status=lost%", "status=delivered", "id=s70df&status=DELIVERED", "%&%=%"})
    void aCallbackThatSaysNothingSaysNothing(String body) {
        assertThat(channel().read(notice(body), context(false))).isEmpty();
    }

    @Test
    void theProviderIsAskedWhatItHasNotTold() {
        server.stubFor(get(urlPathMatching("/a1/sms/.*")).willReturn(aResponse().withStatus(404)));
        server.stubFor(get("/a1/sms/s70df").willReturn(okJson("{\"id\": \"s70df\", \"status\": \"delivered\"}")));
        var known = new Submitted(UUID.randomUUID(), "s70df");

        var told = channel()
                .status(
                        List.of(
                                known,
                                new Submitted(UUID.randomUUID(), "s80"),
                                new Submitted(UUID.randomUUID(), "../x")),
                        context(false));

        assertThat(told)
                .containsExactly(new Delivery(Optional.of(known.messageId()), "s70df", Delivery.State.DELIVERED, ""));
    }

    @Test
    void whatTheProviderAsksForIsRead() {
        server.stubFor(post("/a1/sms").willReturn(okJson("{\"id\": \"s1\", \"cost\": 3501, \"status\": \"created\"}")));
        var message = message(goodAddress());
        assertThat(channel().send(List.of(message), context(false)))
                .containsExactly(new Receipt.Accepted(message.id(), "s1", Optional.of(Money.ore(36))));
        server.stubFor(get("/a1/sms/s1").willReturn(okJson("{\"status\": \"sent\", \"cost\": 7000}")));
        assertThat(channel().status(List.of(new Submitted(message.id(), "s1")), context(false)))
                .extracting(Delivery::price)
                .containsExactly(Optional.of(Money.ore(70)));
        assertThat(channel().read(notice("id=s1&status=delivered&cost=3500"), context(false)))
                .extracting(Delivery::price)
                .containsExactly(Optional.of(Money.ore(35)));
        assertThat(channel().read(notice("id=s1&status=delivered&cost=-1"), context(false)))
                .extracting(Delivery::price)
                .containsExactly(Optional.empty());
    }

    @Test
    void aLongTextCostsItsParts() {
        var text = "x".repeat(200);
        var message = message(goodAddress());
        var twice =
                new Message(message.id(), message.sender(), message.recipient(), new Message.Body("", text), List.of());

        assertThat(channel().costs(List.of(message, twice), with(Map.of("pieceOre", "35"))))
                .containsExactly(Money.ore(35), Money.ore(70));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example/a1/sms", "ftp://localhost/", "https:", "no address"})
    void thePasswordLeavesByNoOpenLine(String address) {
        assertThat(channel().send(messages(1), with(Map.of("apiUrl", address))).get(0))
                .isInstanceOf(Receipt.Deferred.class);
    }

    private static Notice notice(String body) {
        return new Notice("1", "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private PluginContext with(Map<String, String> more) {
        var settings = new HashMap<>(settings());
        settings.putAll(more);
        return new PluginContext(settings, NOON, false);
    }

    private Map<String, String> settings() {
        return Map.of("apiUrl", "http://127.0.0.1:" + server.port() + "/a1/sms", "user", "elk", "password", "hemligt");
    }
}

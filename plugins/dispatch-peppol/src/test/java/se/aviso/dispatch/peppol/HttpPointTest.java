package se.aviso.dispatch.peppol;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.testkit.dispatch.DispatchChannelContract;

class HttpPointTest extends DispatchChannelContract {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-14T12:00:00Z"), ZoneOffset.UTC);

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
        answer(202);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected DispatchChannel channel() {
        return new PeppolChannel();
    }

    @Override
    protected PluginContext context(boolean dryRun) {
        return context(60, dryRun);
    }

    private PluginContext context(int patience, boolean dryRun) {
        return new PluginContext(
                Map.of(
                        "apiUrl",
                        server.baseUrl() + "/outbox",
                        "token",
                        "hemligt-ord",
                        "timeoutSeconds",
                        Integer.toString(patience)),
                NOON,
                dryRun);
    }

    @Override
    protected String goodAddress() {
        return "0088:7300010000018";
    }

    @Override
    protected String badAddress() {
        return "0088:hemlig";
    }

    @Override
    protected Optional<InvoiceFacts> facts() {
        return Optional.of(SomeFacts.creditNote(SomeFacts.association(), SomeFacts.exempt(120_000)));
    }

    @Override
    protected List<String> received() {
        return requests().stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
    }

    @Test
    void theAccessPointGetsTheDocumentItsKeyAndTheToken() {
        var message = message(goodAddress());

        var receipt = channel().send(List.of(message), context(false)).get(0);

        assertThat(receipt)
                .isEqualTo(new Receipt.Accepted(message.id(), message.id().toString()));
        var request = requests().get(0);
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer hemligt-ord");
        assertThat(request.getHeader("Idempotency-Key")).isEqualTo(message.id().toString());
        assertThat(request.getHeader("Content-Type")).startsWith("application/xml");
        assertThat(Ubl.read(request.getBody()).all("EndpointID/@schemeID")).containsExactly("0007", "0088");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Accepted",
        "201, Accepted",
        "302, Deferred",
        "400, Refused",
        "401, Deferred",
        "403, Deferred",
        "404, Deferred",
        "408, Deferred",
        "409, Unknown",
        "413, Refused",
        "422, Refused",
        "429, Deferred",
        "500, Unknown",
        "502, Unknown",
        "503, Deferred"
    })
    void whatTheAccessPointAnswersIsTheReceipt(int status, String receipt) {
        answer(status);

        assertThat(sendOne().getClass().getSimpleName()).isEqualTo(receipt);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLineThatBreaksLeavesItUnknown(Fault fault) {
        server.stubFor(post("/outbox").willReturn(aResponse().withFault(fault)));

        assertThat(sendOne()).isInstanceOf(Receipt.Unknown.class);
    }

    @Test
    void oneThatHangsIsGivenUpAndNotAskedAgainInTheChunk() {
        server.stubFor(post("/outbox").willReturn(aResponse().withStatus(200).withFixedDelay(10_000)));

        var receipts = channel().send(messages(3), context(1, false));

        assertThat(receipts.get(0)).isInstanceOf(Receipt.Unknown.class);
        assertThat(receipts.subList(1, 3)).allMatch(receipt -> receipt instanceof Receipt.Deferred);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void oneThatIsNotThereHasGotNothing() {
        var context = context(false);
        server.stop();

        assertThat(channel().send(messages(2), context))
                .hasSize(2)
                .allMatch(receipt -> receipt instanceof Receipt.Deferred);
    }

    @Test
    void settingsSayNothingOfTheToken() {
        assertThat(PeppolSettings.of(context(false)).toString()).doesNotContain("hemligt-ord");
    }

    private Receipt sendOne() {
        return channel().send(messages(1), context(false)).get(0);
    }

    private List<LoggedRequest> requests() {
        return server.findAll(postRequestedFor(urlEqualTo("/outbox")));
    }

    private void answer(int status) {
        server.stubFor(post("/outbox").willReturn(aResponse().withStatus(status)));
    }
}

package se.aviso.dispatch.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.testkit.dispatch.DispatchChannelContract;

class PeppolChannelTest extends DispatchChannelContract {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-14T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Override
    protected DispatchChannel channel() {
        return new PeppolChannel();
    }

    @Override
    protected PluginContext context(boolean dryRun) {
        return new PluginContext(Map.of("folder", folder.toString()), NOON, dryRun);
    }

    @Override
    protected String goodAddress() {
        return "0007:5560123456";
    }

    @Override
    protected String badAddress() {
        return "0007:hemlig";
    }

    @Override
    protected Optional<InvoiceFacts> facts() {
        return Optional.of(SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000)));
    }

    @Override
    protected List<String> received() {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theFileIsNamedByTheMessageAndHoldsItsDocument() throws IOException {
        var message = messages(1).get(0);

        var receipt = channel().send(List.of(message), context(false)).get(0);

        var name = "aviso-" + message.id() + ".xml";
        assertThat(receipt).isEqualTo(new Receipt.Accepted(message.id(), name));
        var ubl = Ubl.read(Files.readAllBytes(folder.resolve(name)));
        assertThat(ubl.one("PayableAmount")).isEqualTo("1200.00");
        assertThat(ubl.one("EmbeddedDocumentBinaryObject/@filename")).isEqualTo("avi-20260117.pdf");
        assertThat(received()).containsExactly(name);
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAnew() throws IOException {
        var message = messages(1).get(0);
        var file = Files.writeString(folder.resolve("aviso-" + message.id() + ".xml"), "taken");

        assertThat(channel().send(List.of(message), context(false)).get(0)).isInstanceOf(Receipt.Accepted.class);
        assertThat(file).hasContent("taken");
    }

    /** A server that died in the middle leaves a file that nobody takes; the next time writes over it. */
    @Test
    void whatWasLeftHalfWrittenIsWrittenWhole() throws IOException {
        var message = messages(1).get(0);
        Files.writeString(folder.resolve("aviso-" + message.id() + ".xml.part"), "half of it, and more".repeat(9_999));

        channel().send(List.of(message), context(false));

        assertThat(received()).containsExactly("aviso-" + message.id() + ".xml");
        Ubl.read(Files.readAllBytes(folder.resolve("aviso-" + message.id() + ".xml")));
    }

    @Test
    void aDocumentThatIsNeitherInvoiceNorCreditNoteIsRefused() {
        var letter = with(messages(1).get(0), Optional.empty());

        assertThat(channel().send(List.of(letter), context(false)).get(0)).isInstanceOf(Receipt.Refused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void whatBreaksARuleNeverLeavesAndTheRuleIsNamed() {
        var facts = SomeFacts.invoice(SomeFacts.registered(), SomeFacts.exempt(120_000));
        var nameless = new InvoiceFacts(
                facts.head(), facts.seller(), SomeFacts.buyer(""), facts.lines(), facts.prepaid(), facts.payment());

        var receipts = channel()
                .send(
                        List.of(
                                with(messages(1).get(0), Optional.of(nameless)),
                                messages(1).get(0)),
                        context(false));

        assertThat(receipts.get(0))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        refused -> assertThat(refused.reason()).matches("The document breaks rules: [A-Z0-9, -]+\\."));
        assertThat(receipts.get(1)).isInstanceOf(Receipt.Accepted.class);
        assertThat(received()).hasSize(1);
    }

    @Test
    void aRehearsalJudgesToo() {
        var letter = with(messages(1).get(0), Optional.empty());

        assertThat(channel().send(List.of(letter), context(true)).get(0)).isInstanceOf(Receipt.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5560123456", "0007:5560123457", "0088:7300010000019", "0007:", "é:1"})
    void anAddressNamesItsSchemeAndCanBeSomebodys(String address) {
        assertThat(channel().refusal(new Message.Recipient("Bo", address))).isPresent();
    }

    @Test
    void aFolderThatIsNoneHasGotNothing() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var context = new PluginContext(Map.of("folder", file.resolve("in").toString()), NOON, false);

        assertThat(channel().send(messages(2), context))
                .hasSize(2)
                .allMatch(receipt -> receipt instanceof Receipt.Deferred);
    }

    @Test
    void withoutAFolderOrAServerNothingIsTried() {
        for (var settings : List.of(
                Map.<String, String>of(),
                Map.of("token", "t"),
                Map.of("token", "t", "apiUrl", "http://far.example/in"),
                Map.of("token", "two words", "apiUrl", "https://far.example/in"))) {
            assertThat(channel()
                            .send(messages(1), new PluginContext(settings, NOON, false))
                            .get(0))
                    .isInstanceOf(Receipt.Deferred.class);
        }
    }

    private static Message with(Message message, Optional<InvoiceFacts> facts) {
        return new Message(
                message.id(),
                message.sender(),
                message.recipient(),
                message.body(),
                message.attachments(),
                message.noticesTo(),
                facts);
    }
}

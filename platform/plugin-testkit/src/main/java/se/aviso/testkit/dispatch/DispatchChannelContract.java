package se.aviso.testkit.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.aviso.kernel.Money;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Notice;
import se.aviso.spi.dispatch.Receipt;

/** What a channel promises to its host; the test of each channel extends it and brings a receiver. */
public abstract class DispatchChannelContract {
    private static final int THREADS = 8;
    private static final String RECIPIENT_NAME = "Ragnhild Hemligsson";

    /** The channel under test. */
    protected abstract DispatchChannel channel();

    /** Settings that lead to the receiver. */
    protected abstract PluginContext context(boolean dryRun);

    /** An address that the receiver takes. */
    protected abstract String goodAddress();

    /** An address that can never be delivered to; it holds the word {@code hemlig}. */
    protected abstract String badAddress();

    /** By what the receiver tells messages apart, for each message that arrived since the test began. */
    protected abstract List<String> received();

    /** The address by which the provider tells of the message; empty where it cannot. */
    protected String noticesTo(UUID message) {
        return "";
    }

    /** What the documents say, of a channel that is told of it. */
    protected Optional<InvoiceFacts> facts() {
        return Optional.empty();
    }

    @Test
    void theNameIsStable() {
        assertThat(channel().name()).matches("[A-Z][A-Z_]*").isEqualTo(channel().name());
    }

    @Test
    void nothingIsAnsweredWithNothing() {
        assertThat(channel().send(List.of(), context(false))).isEmpty();
    }

    @Test
    void everyMessageGetsOneReceiptInOrder() {
        var messages = messages(20);

        var receipts = channel().send(messages, context(false));

        assertThat(ids(receipts)).isEqualTo(messages.stream().map(Message::id).toList());
        assertThat(receipts).allMatch(receipt -> receipt instanceof Receipt.Accepted);
        assertThat(received()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aMessageThatFailsHarmsNoOther() {
        var messages = new ArrayList<>(messages(4));
        messages.add(2, message(badAddress()));

        var receipts = channel().send(messages, context(false));

        assertThat(ids(receipts)).isEqualTo(messages.stream().map(Message::id).toList());
        assertThat(receipts.get(2)).isInstanceOf(Receipt.Refused.class);
        assertThat(receipts)
                .filteredOn(receipt -> receipt instanceof Receipt.Accepted)
                .hasSize(4);
        assertThat(received()).hasSize(4);
    }

    @Test
    void aMessageHandedOverTwiceIsRecognisedAsTheSame() {
        var message = messages(1);

        channel().send(message, context(false));
        channel().send(message, context(false));

        assertThat(new HashSet<>(received())).hasSize(1);
    }

    @Test
    void aRehearsalSendsNothing() {
        var messages = messages(3);

        var receipts = channel().send(messages, context(true));

        assertThat(ids(receipts)).isEqualTo(messages.stream().map(Message::id).toList());
        assertThat(received()).isEmpty();
    }

    @Test
    void manyThreadsMaySendAtOnce() {
        var receipts = IntStream.range(0, THREADS)
                .parallel()
                .mapToObj(thread -> channel().send(messages(5), context(false)))
                .flatMap(List::stream)
                .toList();

        assertThat(receipts).hasSize(THREADS * 5).allMatch(receipt -> receipt instanceof Receipt.Accepted);
        assertThat(received()).hasSize(THREADS * 5).doesNotHaveDuplicates();
    }

    @Test
    void reasonsHoldNothingPersonal() {
        var receipts = channel().send(List.of(message(badAddress())), context(false));

        assertThat(receipts.stream().flatMap(DispatchChannelContract::reason))
                .allSatisfy(reason -> assertThat(reason)
                        .doesNotContainIgnoringCase("hemlig")
                        .doesNotContain(badAddress(), "Ragnhild", "Ämne"));
    }

    @Test
    void anAddressIsJudgedWithoutAskingAnybody() {
        assertThat(channel().refusal(new Message.Recipient(RECIPIENT_NAME, goodAddress())))
                .isEmpty();
        assertThat(channel().refusal(new Message.Recipient(RECIPIENT_NAME, badAddress())))
                .hasValueSatisfying(reason ->
                        assertThat(reason).doesNotContainIgnoringCase("hemlig").doesNotContain(badAddress()));
        assertThat(channel().refusal(new Message.Recipient(RECIPIENT_NAME, ""))).isPresent();
        assertThat(received()).isEmpty();
    }

    @Test
    void eachMessageHasItsCost() {
        assertThat(channel().costs(messages(3), context(true))).hasSize(3).noneMatch(Money::isNegative);
    }

    @Test
    void noSettingIsASecretAndNone() {
        assertThat(channel().settings())
                .doesNotContainAnyElementsOf(channel().secretSettings())
                .allMatch(name -> name.matches("[a-z][a-zA-Z]*"));
    }

    @Test
    void aNoticeThatIsNoneOfOursSaysNothing() {
        var strange = List.of(
                new byte[0],
                new byte[] {0, 1, 2, (byte) 0xff},
                "id=&status=&&&=".getBytes(StandardCharsets.UTF_8),
                "Hej!\r\n\r\nDetta är ett vanligt brev.".getBytes(StandardCharsets.UTF_8));
        for (var type : List.of("", "application/x-www-form-urlencoded", "message/rfc822", "application/json")) {
            for (var content : strange) {
                assertThat(channel().read(new Notice("strange", type, content), context(false)))
                        .isEmpty();
            }
        }
    }

    /** So many messages to the good address. */
    protected final List<Message> messages(int count) {
        return Stream.generate(() -> message(goodAddress())).limit(count).toList();
    }

    /** A message with one document. */
    protected final Message message(String address) {
        var id = UUID.randomUUID();
        return new Message(
                id,
                new Message.Sender("Fjäll & Vidd Östersund", "kassor@fjallvidd.example"),
                new Message.Recipient(RECIPIENT_NAME, address),
                new Message.Body("Ämne: din avi från Fjäll & Vidd", "Hej!\nAvin är bifogad.\n"),
                List.of(new Message.Attachment(
                        "avi-20260117.pdf", "application/pdf", "%PDF-1.7 å".getBytes(StandardCharsets.UTF_8))),
                noticesTo(id),
                facts());
    }

    private static List<UUID> ids(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::messageId).toList();
    }

    private static Stream<String> reason(Receipt receipt) {
        if (receipt instanceof Receipt.Refused refused) {
            return Stream.of(refused.reason());
        }
        if (receipt instanceof Receipt.Deferred deferred) {
            return Stream.of(deferred.reason());
        }
        return receipt instanceof Receipt.Unknown unknown ? Stream.of(unknown.reason()) : Stream.of();
    }
}

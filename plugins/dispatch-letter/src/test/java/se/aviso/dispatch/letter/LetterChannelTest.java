package se.aviso.dispatch.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Notice;
import se.aviso.spi.dispatch.PrintBatch;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.spi.dispatch.Submitted;
import se.aviso.testkit.dispatch.DispatchChannelContract;

class LetterChannelTest extends DispatchChannelContract {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-14T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Override
    protected DispatchChannel channel() {
        return new LetterChannel();
    }

    @Override
    protected PluginContext context(boolean dryRun) {
        return new PluginContext(Map.of("folder", folder.toString()), NOON, dryRun);
    }

    @Override
    protected String goodAddress() {
        return "Ragnhild Hemligsson\nHemliga gatan 1\n831 30 Östersund";
    }

    @Override
    protected String badAddress() {
        return "Ragnhild Hemligsson";
    }

    @Override
    protected List<String> received() {
        return Index.rows(folder).stream().map(row -> row.get(0)).toList();
    }

    @Test
    void thePrinterGetsOneFileAndTheIndexSaysWhereEachLetterStands() throws IOException {
        var messages = messages(2);
        var batch = new PrintBatch(
                messages,
                "%PDF".getBytes(StandardCharsets.UTF_8),
                List.of(new PrintBatch.Pages(1, 1), new PrintBatch.Pages(2, 4)));

        var receipts = channel().print(batch, with(Map.of("envelope", "C4", "enclosures", "INKA")));

        var pdf = Index.names(folder, ".pdf");
        assertThat(receipts).allMatch(receipt -> receipt instanceof Receipt.Accepted);
        assertThat(pdf).hasSize(1);
        assertThat(Files.readString(folder.resolve(pdf.get(0)))).isEqualTo("%PDF");
        assertThat(Index.rows(folder).get(1))
                .containsExactly(
                        messages.get(1).id().toString(),
                        pdf.get(0),
                        "2",
                        "4",
                        "2",
                        "C4",
                        "B",
                        "INKA",
                        "Ragnhild Hemligsson",
                        "Hemliga gatan 1",
                        "831 30 Östersund");
    }

    @Test
    void theManifestProvesWhatBelongsToABatch() throws IOException {
        channel().send(messages(3), context(false));

        var manifest = Files.readString(
                folder.resolve(Index.names(folder, ".manifest.json").get(0)));
        assertThat(manifest).contains("\"letters\": 3", "\"sheets\": 3");
        for (var name : Index.names(folder, "")) {
            if (!name.endsWith(".json")) {
                assertThat(manifest).contains(name);
            }
        }
        assertThat(Index.names(folder, ".part")).isEmpty();
    }

    @Test
    void theSameLettersAgainAreTheSameBatch() {
        var messages = messages(3);
        var first = channel().send(messages, context(false));

        assertThat(channel().send(messages, context(false))).isEqualTo(first);
        assertThat(Index.names(folder, ".manifest.json")).hasSize(1);
    }

    @Test
    void aNameIsNoFormula() {
        var message = message("=HYPERLINK(1)\n@gatan 1\n831 30 Östersund");

        channel().send(List.of(message), context(false));

        assertThat(Index.rows(folder).get(0)).contains("'=HYPERLINK(1)", "'@gatan 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bo Ek\n831 30 Östersund",
                "Bo Ek\nGatan 1\nÖstersund",
                "Bo Ek\nGatan 1\n031 30 Östersund",
                "a\nb\nc\nd\ne\nf\ng\n831 30 Östersund"
            })
    void whatThePostDoesNotFindIsRefused(String address) {
        assertThat(channel().send(List.of(message(address)), context(false)).get(0))
                .isInstanceOf(Receipt.Refused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void aFolderThatIsNoneHasGotNothing() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThat(channel()
                        .send(
                                messages(2),
                                with(Map.of("folder", file.resolve("in").toString()))))
                .hasSize(2)
                .allMatch(receipt -> receipt instanceof Receipt.Deferred);
    }

    @Test
    void withoutAFolderOrAServerNothingIsTried() {
        assertThat(channel()
                        .send(messages(1), new PluginContext(Map.of(), NOON, false))
                        .get(0))
                .isInstanceOf(Receipt.Deferred.class);
    }

    @ParameterizedTest
    @CsvSource({"PRINTED, TAKEN", "posted, TAKEN", "RETURNED, LOST", "REJECTED, LOST"})
    void receiptsTellWhatBecameOfLetters(String status, Delivery.State state) {
        var letter = UUID.randomUUID();

        assertThat(read("id,status\n" + letter + "," + status + "\nx,POSTED\n" + UUID.randomUUID() + ",?\n"))
                .singleElement()
                .satisfies(told -> assertThat(told.messageId()).contains(letter))
                .satisfies(told -> assertThat(told.state()).isEqualTo(state));
    }

    @Test
    void receiptsLieThereUntilTheyAreKept() throws IOException {
        var receipts = Files.createDirectories(folder.resolve("receipts"));
        Files.writeString(receipts.resolve("r1.csv"), UUID.randomUUID() + ";POSTED\n");
        Files.writeString(receipts.resolve("r2.csv.part"), "");

        var first = channel().collect(context(false));

        assertThat(first.stream().map(Notice::key)).containsExactly("r1.csv");
        assertThat(channel().collect(context(false))).hasSize(1);
        channel().settled(first, context(false));
        assertThat(channel().collect(context(false))).isEmpty();
        assertThat(receipts.resolve("read/r1.csv")).exists();
    }

    private List<Delivery> read(String receipts) {
        return channel()
                .read(new Notice("r.csv", "text/csv", receipts.getBytes(StandardCharsets.UTF_8)), context(false));
    }

    private PluginContext with(Map<String, String> more) {
        var settings = new HashMap<>(Map.of("folder", folder.toString()));
        settings.putAll(more);
        return new PluginContext(settings, NOON, false);
    }

    @Test
    void aLetterIsTakenOutOfABatchThatThePrintHouseHasNotTaken() throws IOException {
        var messages = messages(3);
        var batch = printed(messages);

        assertThat(channel().cancel(new Submitted(messages.get(1).id(), batch), context(false)))
                .isTrue();

        assertThat(received())
                .containsExactly(
                        messages.get(0).id().toString(), messages.get(2).id().toString());
        var manifest = Files.readString(folder.resolve(batch + ".manifest.json"));
        var index = Files.readAllBytes(folder.resolve(batch + ".csv"));
        assertThat(manifest)
                .contains("\"letters\": 2,", "\"sheets\": 4,", "\"bytes\": " + index.length + ",")
                .contains("\"" + batch + ".pdf\"");
        assertThat(Index.names(folder, ".held")).isEmpty();
    }

    @Test
    void whatIsCalledBackTwiceIsCalledBackAlsoWhenNothingIsLeftOfTheBatch() {
        var messages = messages(2);
        var batch = printed(messages);
        for (var turn = 0; turn < 2; turn++) {
            for (var message : messages) {
                assertThat(channel().cancel(new Submitted(message.id(), batch), context(false)))
                        .isTrue();
            }
        }
        assertThat(Index.names(folder, ".pdf")).isEmpty();
        assertThat(Index.names(folder, ".csv")).isEmpty();
        assertThat(Index.names(folder, ".json")).isEmpty();
        assertThat(Index.names(folder, ".cancelled")).containsExactly(batch + ".cancelled");
    }

    @Test
    void whatBrokeOffInTheMiddleIsDoneToTheEnd() throws IOException {
        var messages = messages(2);
        var batch = printed(messages);
        Files.move(folder.resolve(batch + ".manifest.json"), folder.resolve(batch + ".manifest.held"));
        assertThat(received()).isEmpty();

        assertThat(channel().cancel(new Submitted(messages.get(0).id(), batch), context(false)))
                .isTrue();

        assertThat(received()).containsExactly(messages.get(1).id().toString());
        assertThat(Index.names(folder, ".held")).isEmpty();
    }

    @Test
    void itIsTooLateForABatchWhoseManifestThePrintHouseHasTaken() throws IOException {
        var messages = messages(2);
        var batch = printed(messages);
        Files.delete(folder.resolve(batch + ".manifest.json"));

        assertThat(channel().cancel(new Submitted(messages.get(0).id(), batch), context(false)))
                .isFalse();

        assertThat(Files.readAllLines(folder.resolve(batch + ".csv"))).hasSize(3);
    }

    @Test
    void aLettersOwnFileGoesWithIt() {
        var messages = messages(2);
        var receipts = channel().send(messages, context(false));
        var batch = ((Receipt.Accepted) receipts.get(0)).providerReference();

        assertThat(channel().cancel(new Submitted(messages.get(0).id(), batch), context(false)))
                .isTrue();

        assertThat(Index.names(folder, ".pdf"))
                .containsExactly(batch + "-" + messages.get(1).id() + ".pdf");
        assertThat(received()).containsExactly(messages.get(1).id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../aviso-20261214-0123456789abcdef", "somebody's", "aviso-20261214-0123456789abcdef"})
    void whatIsNoBatchOfOursIsNotCalledBack(String reference) {
        assertThat(channel().cancel(new Submitted(new UUID(0, 1), reference), context(false)))
                .isFalse();
    }

    /** Letters of three pages each: two sheets. */
    private String printed(List<Message> messages) {
        var pages = new ArrayList<PrintBatch.Pages>();
        for (var i = 0; i < messages.size(); i++) {
            pages.add(new PrintBatch.Pages(3 * i + 1, 3 * i + 3));
        }
        var batch = new PrintBatch(messages, "%PDF".getBytes(StandardCharsets.UTF_8), pages);
        return ((Receipt.Accepted) channel().print(batch, context(false)).get(0)).providerReference();
    }
}

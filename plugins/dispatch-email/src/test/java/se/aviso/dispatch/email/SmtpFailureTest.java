package se.aviso.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

class SmtpFailureTest {
    @Test
    void manyMailsTakeOneConnection() throws IOException {
        try (var server = new ScriptedServer((line, mail) -> ScriptedServer.OK)) {
            assertThat(outcomes(server, 50)).hasSize(50).containsOnly("Accepted");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedRecipientIsRefused() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.startsWith("RCPT") && mail == 2 ? "550 5.1.1 no such user" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 3)).containsExactly("Accepted", "Refused", "Accepted");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRecipientThatIsBusyIsDeferred() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.startsWith("RCPT") && mail == 1 ? "451 4.2.0 later" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 2)).containsExactly("Deferred", "Accepted");
        }
    }

    @Test
    void aRefusedContentIsRefused() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.equals(".") && mail == 1 ? "552 5.3.4 too large" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 2)).containsExactly("Refused", "Accepted");
        }
    }

    @Test
    void aRefusedSenderIsTheSettingsFaultAndDeferred() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.startsWith("MAIL") ? "550 5.7.1 not your domain" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 2)).containsExactly("closed", "closed");
        }
    }

    @Test
    void aLineThatBreaksAfterTheContentLeavesItUnknownAndTheRestGoesOn() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.equals(".") && mail == 2 ? ScriptedServer.HANG_UP : ScriptedServer.OK)) {
            assertThat(outcomes(server, 4)).containsExactly("Accepted", "Unknown", "Accepted", "Accepted");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatFallsSilentAfterTheContentLeavesOneUnknownAndTheChunkEnds() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.equals(".") && mail >= 3 ? ScriptedServer.SILENCE : ScriptedServer.OK)) {
            assertThat(outcomes(server, 20))
                    .startsWith("Accepted", "Accepted", "Unknown", "closed")
                    .hasSize(20)
                    .filteredOn(outcome -> outcome.equals("closed"))
                    .hasSize(17);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** Twenty mails would wait twenty times as long, and all others meanwhile. */
    @Test
    void aServerThatTakesTheCallAndSaysNothingIsAskedOnce() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.startsWith("MAIL") ? ScriptedServer.SILENCE : ScriptedServer.OK)) {
            assertThat(outcomes(server, 20)).hasSize(20).containsOnly("closed");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** It may be the recipient at whom the server hangs: his mail is tried, and the others are not. */
    @Test
    void aServerThatFallsSilentAtARecipientHasTriedThatMailAlone() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.startsWith("RCPT") && mail == 2 ? ScriptedServer.SILENCE : ScriptedServer.OK)) {
            assertThat(outcomes(server, 4)).containsExactly("Accepted", "Deferred", "closed", "closed");
        }
    }

    @Test
    void aServerThatBreaksEveryLineIsLeftAfterTheSecond() throws IOException {
        try (var server =
                new ScriptedServer((line, mail) -> line.equals(".") ? ScriptedServer.HANG_UP : ScriptedServer.OK)) {
            assertThat(outcomes(server, 5)).containsExactly("Unknown", "Unknown", "closed", "closed", "closed");
        }
    }

    /** A password that was changed is no mail's fault. */
    @Test
    void aServerThatDoesNotLetUsInCountsNoMail() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.matches("(EH|HE)LO.*") ? "421 4.7.0 not you" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 3)).containsOnly("closed");
        }
    }

    @Test
    void aMailThatIsTooLargeForTheServerIsItsOwnFault() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.startsWith("MAIL") && once() ? "452 4.3.1 no room" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 2)).containsExactly("Deferred", "Accepted");
        }
    }

    @Test
    void aLineThatBrokeBetweenTwoMailsIsOpenedAgainForTheSameMail() throws IOException {
        try (var server = new ScriptedServer((line, mail) ->
                line.startsWith("MAIL") && mail == 2 && once() ? ScriptedServer.HANG_UP : ScriptedServer.OK)) {
            assertThat(outcomes(server, 3)).containsExactly("Accepted", "Accepted", "Accepted");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aLineThatBreaksBeforeTheContentDefers() throws IOException {
        try (var server = new ScriptedServer(
                (line, mail) -> line.equals("DATA") && mail == 1 ? ScriptedServer.HANG_UP : ScriptedServer.OK)) {
            assertThat(outcomes(server, 2)).containsExactly("Deferred", "Accepted");
        }
    }

    @Test
    void aServerThatClosesForMaintenanceIsAskedAgain() throws IOException {
        try (var server = new ScriptedServer((line, mail) ->
                line.startsWith("MAIL") && mail == 2 && once() ? "421 4.3.2 closing" : ScriptedServer.OK)) {
            assertThat(outcomes(server, 2)).containsExactly("Accepted", "Accepted");
        }
    }

    @Test
    void aServerThatIsNotThereDefersAllAndIsAskedOnce() throws IOException {
        int port;
        try (var server = new ScriptedServer((line, mail) -> ScriptedServer.OK)) {
            port = server.port();
        }

        assertThat(outcomes(port, 3)).containsExactly("closed", "closed", "closed");
    }

    @Test
    void withoutTheEncryptionThatIsAskedForNothingIsSent() throws IOException {
        try (var server = new ScriptedServer((line, mail) -> ScriptedServer.OK)) {
            var settings =
                    Map.of("host", "127.0.0.1", "port", Integer.toString(server.port()), "from", "avi@aviso.example");
            var context = new PluginContext(settings, Clock.systemUTC(), false);

            var receipts = new EmailChannel().send(messages(1), context);

            assertThat(receipts.get(0)).isInstanceOf(Receipt.Deferred.class);
            assertThat(server.said()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    private boolean happened;

    private boolean once() {
        var first = !happened;
        happened = true;
        return first;
    }

    private static List<String> outcomes(ScriptedServer server, int mails) {
        return outcomes(server.port(), mails);
    }

    private static List<String> outcomes(int port, int mails) {
        var settings = Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "starttls", "off",
                "timeoutSeconds", "1",
                "from", "avi@aviso.example");
        return new EmailChannel()
                .send(messages(mails), new PluginContext(settings, Clock.systemUTC(), false)).stream()
                        .map(receipt -> receipt instanceof Receipt.Deferred deferred && deferred.closed()
                                ? "closed"
                                : receipt.getClass().getSimpleName())
                        .toList();
    }

    private static List<Message> messages(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Message(
                        UUID.randomUUID(),
                        new Message.Sender("Klubben", ""),
                        new Message.Recipient("Åsa", "a" + n + "@example.org"),
                        new Message.Body("Avi", "Hej"),
                        List.of()))
                .toList();
    }
}

package se.aviso.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Delivery;
import se.aviso.spi.dispatch.Notice;
import se.aviso.testkit.TestContext;

class BounceTest {
    private static final UUID DISPATCH = UUID.fromString("01914f7e-0000-7000-8000-00000000abcd");

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private final EmailChannel channel = new EmailChannel();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, LOST, The mail came back: 5.1.1.",
        "delayed, 4.4.7, TAKEN, ''",
        "delivered, 2.0.0, DELIVERED, ''",
        "relayed, 2.0.0, TAKEN, ''"
    })
    void aReportTellsWhatBecameOfTheMail(String action, String status, Delivery.State state, String reason) {
        assertThat(read(report("", action, status, "message/rfc822")))
                .containsExactly(new Delivery(Optional.of(DISPATCH), "", state, reason));
    }

    @Test
    void theHeadOfTheMailIsEnough() {
        assertThat(read(report("", "failed", "5.2.2", "text/rfc822-headers"))).hasSize(1);
    }

    @Test
    void theAddressForBouncesNamesTheDispatchWhereTheMailDoesNotComeBack() {
        var report = report("To: bounces+" + DISPATCH + "@mail.example\r\n", "failed", "5.1.1", "text/plain");
        assertThat(read(report))
                .singleElement()
                .satisfies(told -> assertThat(told.messageId()).contains(DISPATCH));
    }

    @Test
    void aReportOnSomebodyElsesMailSaysNothing() {
        assertThat(read(report("", "failed", "5.1.1", "text/plain"))).isEmpty();
    }

    @Test
    void anAnswerFromAHolidayIsNoReport() {
        assertThat(read("To: bounces+" + DISPATCH + "@mail.example\r\nAuto-Submitted: auto-replied\r\n"
                        + "Content-Type: text/plain\r\n\r\nJag har semester. Action: failed\r\n"))
                .isEmpty();
        assertThat(read(report("", "failed", "5.1.1", "message/rfc822")
                        .replace("report-type=delivery-status", "report-type=disposition-notification")))
                .isEmpty();
    }

    @Test
    void reasonsHoldNothingPersonal() {
        assertThat(read(report("", "failed", "5.1.1 hemlig.person@example.org", "message/rfc822")))
                .allSatisfy(told -> assertThat(told.reason()).doesNotContain("hemlig"));
    }

    @Test
    void whateverIsBrokenInAReportNothingIsThrown() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var whole = report("", "failed", "5.1.1", "message/rfc822").getBytes(StandardCharsets.UTF_8);
        for (var turn = 0; turn < 2_000; turn++) {
            var spoilt = whole.clone();
            for (var i = 0; i < 1 + random.nextInt(20); i++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            assertThat(channel.read(new Notice("1", "message/rfc822", spoilt), TestContext.plain()))
                    .as("seed %d", seed)
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void bouncesAreFetchedUntilTheyAreKeptAndThenNoMore() throws Exception {
        var user = server.setUser("bounces@mail.example", "bounces", "hemligt");
        deliver(user, report("", "failed", "5.1.1", "message/rfc822"));
        deliver(user, "Subject: Hej\r\n\r\nEtt brev\r\n");

        var first = channel.collect(mailbox());
        var again = channel.collect(mailbox());

        assertThat(first).hasSize(2);
        assertThat(again.stream().map(Notice::key))
                .isEqualTo(first.stream().map(Notice::key).toList());
        assertThat(channel.read(first.get(0), mailbox())).hasSize(1);
        channel.settled(first.subList(0, 1), mailbox());
        assertThat(channel.collect(mailbox()).stream().map(Notice::key))
                .containsExactly(first.get(1).key());
    }

    @Test
    void aMailboxThatCannotBeReachedHasNothing() {
        var mailbox = mailbox();
        server.stop();
        assertThat(channel.collect(mailbox)).isEmpty();
    }

    @Test
    void withoutAMailboxNothingIsFetched() {
        assertThat(channel.collect(TestContext.plain())).isEmpty();
    }

    private PluginContext mailbox() {
        return TestContext.with(Map.of(
                "bounceHost", "127.0.0.1",
                "bouncePort", Integer.toString(server.getImap().getPort()),
                "bounceTls", "off",
                "bounceUser", "bounces",
                "bouncePassword", "hemligt"));
    }

    private static void deliver(GreenMailUser user, String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private List<Delivery> read(String mail) {
        var notice = new Notice("1", "message/rfc822", mail.getBytes(StandardCharsets.UTF_8));
        return channel.read(notice, TestContext.plain());
    }

    private static String report(String head, String action, String status, String original) {
        return """
                %sFrom: MAILER-DAEMON@mx.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="grans"

                --grans
                Content-Type: text/plain; charset=utf-8

                I'm sorry.

                --grans
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Mon, 14 Dec 2026 12:00:00 +0000

                Final-Recipient: rfc822; hemlig.person@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 hemlig.person@example.org unknown

                --grans
                Content-Type: %s

                Message-ID: <%s@aviso.example>
                Subject: Din avi

                Hej!
                --grans--
                """.replace("\n", "\r\n").formatted(head, action, status, original, DISPATCH);
    }
}

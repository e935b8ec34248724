package se.aviso.dispatch.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;
import se.aviso.testkit.dispatch.DispatchChannelContract;

class EmailChannelTest extends DispatchChannelContract {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-14T12:00:00Z"), ZoneOffset.UTC);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    protected DispatchChannel channel() {
        return new EmailChannel();
    }

    @Override
    protected PluginContext context(boolean dryRun) {
        return new PluginContext(settings(), NOON, dryRun);
    }

    @Override
    protected String goodAddress() {
        return "hemlig.person@example.org";
    }

    @Override
    protected String badAddress() {
        return "hemlig.person.utan.domän";
    }

    @Override
    protected List<String> received() {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> unchecked(mail::getMessageID))
                .toList();
    }

    @Test
    void theMailSaysWhoItIsFromAndWhatItIs() throws Exception {
        var message = message(goodAddress());

        var receipt = channel().send(List.of(message), context(false)).get(0);

        var mail = server.getReceivedMessages()[0];
        var id = "<" + message.id() + "@aviso.example>";
        assertThat(receipt).isEqualTo(new Receipt.Accepted(message.id(), id));
        assertThat(mail.getMessageID()).isEqualTo(id);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("avi@aviso.example"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Fjäll & Vidd Östersund");
        assertThat(mail.getReplyTo()[0]).hasToString("kassor@fjallvidd.example");
        assertThat(mail.getRecipients(RecipientType.TO)[0])
                .hasToString("Ragnhild Hemligsson <hemlig.person@example.org>");
        assertThat(mail.getSubject()).isEqualTo("Ämne: din avi från Fjäll & Vidd");
        assertThat(mail.getSentDate()).isEqualTo(NOON.instant());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void textAndDocumentComeThroughUnharmed() throws Exception {
        channel().send(List.of(message(goodAddress())), context(false));

        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hej!\r\nAvin är bifogad.\r\n");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("avi-20260117.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        try (var content = parts.getBodyPart(1).getInputStream()) {
            assertThat(content.readAllBytes()).isEqualTo("%PDF-1.7 å".getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x\r\nBcc: thief@example.org", "x\nBcc: thief@example.org", "x\u2028Bcc: thief@example.org"})
    void nobodyWritesHeadersThroughAName(String evil) throws Exception {
        var message = new Message(
                UUID.randomUUID(),
                new Message.Sender(evil, ""),
                new Message.Recipient(evil, goodAddress()),
                new Message.Body(evil, "text"),
                List.of(new Message.Attachment(evil, "application/pdf", new byte[1])));

        channel().send(List.of(message), context(false));

        var mail = server.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getHeader("Bcc")).isNull();
        assertThat(mail[0].getAllRecipients()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@",
                "a@b@c",
                "a@example.org, b@example.org",
                "a@example.org\r\nRCPT TO:<b@c>",
                "a b@example.org",
            })
    void whatIsNoAddressIsRefused(String address) {
        var receipt = channel().send(List.of(message(address)), context(false)).get(0);

        assertThat(receipt).isInstanceOf(Receipt.Refused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void bouncesGoToTheEnvelopeDomainAndNameTheDispatch() {
        var settings = new HashMap<>(settings());
        settings.put("envelopeDomain", "mail.example");
        var message = message(goodAddress());

        channel().send(List.of(message), new PluginContext(settings, NOON, false));

        assertThat(header(server.getReceivedMessages()[0], "Return-Path"))
                .isEqualTo("<bounces+" + message.id() + "@mail.example>");
        assertThat(received()).containsExactly("<" + message.id() + "@mail.example>");
    }

    @Test
    void itWorksWhereTheThreadsOwnLoaderSeesNoMail() throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var blind = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(blind);
            assertThat(channel().send(messages(1), context(false)).get(0)).isInstanceOf(Receipt.Accepted.class);
            assertThat(thread.getContextClassLoader()).isSameAs(blind);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void withoutAHostNothingIsTried() {
        var receipts = channel().send(messages(2), new PluginContext(Map.of(), NOON, false));

        assertThat(receipts).hasSize(2).allMatch(receipt -> receipt instanceof Receipt.Deferred);
    }

    @Test
    void passwordsAreSecrets() {
        assertThat(channel().secretSettings()).containsExactlyInAnyOrder("password", "bouncePassword");
    }

    private Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getSmtp().getPort()),
                "starttls", "off",
                "from", "avi@aviso.example");
    }

    private static String header(MimeMessage mail, String name) {
        return unchecked(() -> mail.getHeader(name)[0]);
    }

    private interface Reading {
        String read() throws MessagingException;
    }

    private static String unchecked(Reading reading) {
        try {
            return reading.read();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package se.aviso.launcher.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    @TempDir
    Path root;

    @Test
    void aSecondDeliveryOfAMessageStandsOut() throws MessagingException, IOException {
        var folder = new MailFolder(root);
        var first = folder.keep(message());
        var second = folder.keep(message());
        assertThat(first).hasExtension("eml").hasContent("Message-ID: <1@aviso>\r\nSubject: Avi\r\n\r\nHej");
        assertThat(second.getFileName().toString())
                .isEqualTo(first.getFileName().toString().replace(".eml", "-2.eml"));
    }

    private static MimeMessage message() throws MessagingException {
        var text = "Message-ID: <1@aviso>\r\nSubject: Avi\r\n\r\nHej";
        return new MimeMessage(null, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}

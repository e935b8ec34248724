package se.aviso.dispatch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import se.aviso.spi.dispatch.Message;

/** Writes a message as a mail whose id is the dispatch's, so that a second hand-over is seen to be the same. */
final class MailWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_HEADER_TEXT = 200;
    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern NO_FILE_NAME = Pattern.compile("[/\\\\\"]");

    private final Session session;
    private final SmtpSettings settings;
    private final Clock clock;

    MailWriter(Session session, SmtpSettings settings, Clock clock) {
        this.session = session;
        this.settings = settings;
        this.clock = clock;
    }

    /** A message that cannot be a mail. */
    static final class NotAMail extends Exception {
        private final String reason;

        NotAMail(String reason, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        /** One sentence without personal data. */
        String reason() {
            return reason;
        }
    }

    /** Why nothing can be sent there; empty where nothing is known against it. */
    static Optional<String> refusal(String address) {
        try {
            strict(address, "The e-mail address is not valid.");
            return Optional.empty();
        } catch (NotAMail notAMail) {
            return Optional.of(notAMail.reason());
        }
    }

    /** The id that both hand-overs of a dispatch carry. */
    String messageId(UUID dispatch) {
        return "<" + dispatch + "@" + settings.envelope().domain() + ">";
    }

    /** The mail, ready to be sent. */
    SMTPMessage write(Message message) throws NotAMail {
        try {
            var mail = new Mail(session, messageId(message.id()));
            address(mail, message);
            mail.setSubject(oneLine(message.body().subject()), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setContent(content(message));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            throw new NotAMail("The message could not be written as a mail.", unwritable);
        }
    }

    private void address(SMTPMessage mail, Message message)
            throws MessagingException, UnsupportedEncodingException, NotAMail {
        mail.setFrom(named(settings.from(), message.sender().name()));
        var recipient = message.recipient();
        mail.setRecipient(
                MimeMessage.RecipientType.TO,
                named(strict(recipient.address(), "The e-mail address is not valid."), recipient.name()));
        var replyTo = message.sender().replyTo();
        if (!replyTo.isEmpty()) {
            mail.setReplyTo(new InternetAddress[] {strict(replyTo, "The sender's address for answers is not valid.")});
        }
        if (settings.envelope().takesBounces()) {
            mail.setEnvelopeFrom(
                    "bounces+" + message.id() + "@" + settings.envelope().domain());
        }
    }

    private static MimeMultipart content(Message message) throws MessagingException {
        var parts = new MimeMultipart();
        parts.addBodyPart(encoded(
                "text/plain; charset=UTF-8",
                "quoted-printable",
                QuotedPrintable.encode(message.body().text())));
        for (var attachment : message.attachments()) {
            var content = Base64.getMimeEncoder().encode(attachment.content());
            var part = encoded(attachment.mediaType(), "base64", content);
            part.setFileName(
                    NO_FILE_NAME.matcher(oneLine(attachment.fileName())).replaceAll("_"));
            part.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(part);
        }
        return parts;
    }

    /** As it is sent: the library would look through the content first, and encode it letter by letter. */
    private static MimeBodyPart encoded(String mediaType, String encoding, byte[] content) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", mediaType);
        headers.setHeader("Content-Transfer-Encoding", encoding);
        return new MimeBodyPart(headers, content);
    }

    private static InternetAddress named(InternetAddress address, String name) throws UnsupportedEncodingException {
        var shown = oneLine(name);
        return shown.isEmpty() ? address : new InternetAddress(address.getAddress(), shown, UTF_8);
    }

    private static InternetAddress strict(String address, String fault) throws NotAMail {
        try {
            if (!address.equals(oneLine(address)) || address.indexOf('@') < 1) {
                throw new AddressException("not one address");
            }
            return new InternetAddress(address, true);
        } catch (AddressException notAnAddress) {
            throw new NotAMail(fault, notAnAddress);
        }
    }

    /** Without line ends or other control characters, which would begin a header of the writer's own. */
    private static String oneLine(String text) {
        var line = NO_LINE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST_HEADER_TEXT ? line : line.substring(0, LONGEST_HEADER_TEXT);
    }

    /** Keeps the id that it was given. */
    private static final class Mail extends SMTPMessage {
        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

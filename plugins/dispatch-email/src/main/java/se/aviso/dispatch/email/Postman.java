package se.aviso.dispatch.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import se.aviso.spi.dispatch.Receipt;

/**
 * Hands mail after mail over one connection. A broken one is opened anew; a server that cannot be reached is not asked
 * again within the chunk.
 */
final class Postman implements AutoCloseable {
    private static final String LOST_BEFORE = "The connection broke before the mail was handed over.";
    private static final String LOST_AFTER = "The connection broke after the mail was handed over.";

    private final Session session;
    private final SmtpSettings settings;
    private @Nullable Line line;
    private @Nullable String unreachable;

    Postman(Session session, SmtpSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** What became of the mail. A line that broke since the last mail is opened again, once. */
    Receipt deliver(UUID id, SMTPMessage mail) {
        var wasOpen = line != null;
        var receipt = attempt(id, mail);
        var brokeEarly = line == null && receipt instanceof Receipt.Deferred && unreachable == null;
        return wasOpen && brokeEarly ? attempt(id, mail) : receipt;
    }

    private Receipt attempt(UUID id, SMTPMessage mail) {
        var open = line == null ? connect() : line;
        if (open == null) {
            return new Receipt.Deferred(id, String.valueOf(unreachable));
        }
        open.begin();
        try {
            open.sendMessage(mail, mail.getAllRecipients());
            return new Receipt.Accepted(id, mail.getMessageID());
        } catch (MessagingException failed) {
            return failed(id, open, Reply.of(failed));
        }
    }

    private Receipt failed(UUID id, Line open, Reply reply) {
        var step = open.step();
        if (reply.isNone() || reply.isClosing() || !open.isConnected()) {
            hangUp();
        }
        if (reply.isNone()) {
            return step == Line.Step.HANDED_OVER
                    ? new Receipt.Unknown(id, LOST_AFTER)
                    : new Receipt.Deferred(id, LOST_BEFORE);
        }
        if (reply.isForGood() && step != Line.Step.SENDER) {
            return new Receipt.Refused(id, "The server refused the " + subject(step) + ": " + reply.code() + ".");
        }
        return new Receipt.Deferred(id, "The server did not take the mail now: " + reply.code() + ".");
    }

    private static String subject(Line.Step step) {
        return step == Line.Step.RECIPIENT ? "recipient" : "content";
    }

    private @Nullable Line connect() {
        if (unreachable != null) {
            return null;
        }
        var fresh = new Line(session);
        try {
            var server = settings.server();
            var user = settings.user();
            fresh.connect(
                    server.host(),
                    server.port(),
                    user.isEmpty() ? null : user,
                    user.isEmpty() ? null : settings.password());
            line = fresh;
            return fresh;
        } catch (AuthenticationFailedException wrongPassword) {
            unreachable = "The server did not accept user and password.";
        } catch (MessagingException noServer) {
            unreachable = "The server could not be reached.";
        }
        return null;
    }

    private void hangUp() {
        var open = line;
        line = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyGone) {
                System.getLogger(Postman.class.getName())
                        .log(System.Logger.Level.DEBUG, "connection was gone before it was closed", alreadyGone);
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}

package se.aviso.dispatch.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import se.aviso.spi.dispatch.Receipt;

/**
 * Hands mail after mail over one connection. A broken one is opened anew, once; a server that cannot be reached, does
 * not let us in or falls silent is not asked again within the chunk.
 */
final class Postman implements AutoCloseable {
    private static final String LOST_BEFORE = "The connection broke before the mail was handed over.";
    private static final String LOST_AFTER = "The connection broke after the mail was handed over.";

    private static final String SILENT = "The server stopped answering.";
    private static final String BREAKING = "The server breaks the connection.";
    private static final int MOST_BREAKS = 2;

    private final Session session;
    private final SmtpSettings settings;
    private @Nullable Line line;
    private @Nullable String closed;
    private int breaks;

    Postman(Session session, SmtpSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** What became of the mail. A line that broke since the last mail is opened again, once. */
    Receipt deliver(UUID id, SMTPMessage mail) {
        var wasOpen = line != null;
        var receipt = attempt(id, mail);
        var brokeEarly = line == null && receipt instanceof Receipt.Deferred && closed == null;
        return wasOpen && brokeEarly ? attempt(id, mail) : receipt;
    }

    private Receipt attempt(UUID id, SMTPMessage mail) {
        var open = line == null ? connect() : line;
        if (open == null) {
            return Receipt.Deferred.closed(id, String.valueOf(closed));
        }
        open.begin();
        try {
            open.sendMessage(mail, mail.getAllRecipients());
            open.taken();
            return new Receipt.Accepted(id, mail.getMessageID());
        } catch (MessagingException failed) {
            return failed(id, open, Reply.of(failed));
        }
    }

    private Receipt failed(UUID id, Line open, Reply reply) {
        var step = open.step();
        if (reply.isNone() || reply.isClosing() || !open.isConnected()) {
            hangUp();
            broke(step, open, reply);
        }
        if (reply.isNone()) {
            return lost(id, step);
        }
        if (reply.isForGood() && step != Line.Step.SENDER) {
            return new Receipt.Refused(id, "The server refused the " + subject(step) + ": " + reply.code() + ".");
        }
        var reason = "The server did not take the mail now: " + reply.code() + ".";
        if (step != Line.Step.SENDER || reply.isOfSize() || (reply.isClosing() && open.hasTaken())) {
            return new Receipt.Deferred(id, reason);
        }
        closed = reason; // who we are is the same with each mail
        return Receipt.Deferred.closed(id, reason);
    }

    /**
     * The chunk ends at the first silence, and at the second break that is no old line's end: whoever waits for each of
     * the rest holds up all others. The mail at which it happened has been tried, unless nothing was said of it yet.
     */
    private void broke(Line.Step step, Line open, Reply reply) {
        if (!open.hasTaken() || step == Line.Step.HANDED_OVER) {
            breaks++;
        }
        if (reply.silent()) {
            closed = SILENT;
        } else if (breaks == MOST_BREAKS) {
            closed = BREAKING;
        }
    }

    private Receipt lost(UUID id, Line.Step step) {
        if (step == Line.Step.HANDED_OVER) {
            return new Receipt.Unknown(id, LOST_AFTER);
        }
        return step == Line.Step.SENDER && closed != null
                ? Receipt.Deferred.closed(id, String.valueOf(closed))
                : new Receipt.Deferred(id, LOST_BEFORE);
    }

    private static String subject(Line.Step step) {
        return step == Line.Step.RECIPIENT ? "recipient" : "content";
    }

    private @Nullable Line connect() {
        if (closed != null) {
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
            closed = "The server did not accept user and password.";
        } catch (MessagingException noServer) {
            closed = "The server could not be reached.";
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

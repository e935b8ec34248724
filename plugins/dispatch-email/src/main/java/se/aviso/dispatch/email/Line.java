package se.aviso.dispatch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the server that remembers how far the last mail came. */
final class Line extends SMTPTransport {
    private Step step = Step.SENDER;
    private boolean taken;

    Line(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** How far a mail came; the last step that was begun. */
    enum Step {
        SENDER,
        RECIPIENT,
        CONTENT,
        /** The end of the content was sent: from here the server may have taken it. */
        HANDED_OVER
    }

    Step step() {
        return step;
    }

    /** After a mail that the server has taken. */
    void taken() {
        taken = true;
    }

    /** True when it has worked: a server may end an old line between two mails. */
    boolean hasTaken() {
        return taken;
    }

    /** Before the next mail. */
    void begin() {
        step = Step.SENDER;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        step = Step.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        step = Step.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        step = Step.HANDED_OVER;
        super.finishData();
    }
}

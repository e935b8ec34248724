package se.aviso.launcher.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Everybody: a recipient whose mailbox is a folder. The sender is answered after the file is there. */
final class FilingUser implements GreenMailUser {
    private final MailFolder folder;
    private @Nullable MovingMessage latest;

    FilingUser(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void deliver(MovingMessage message) {
        if (message != latest) { // once for all recipients of one message
            latest = message;
            deliver(message.getMessage());
        }
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            folder.keep(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getEmail() {
        return "everybody@localhost";
    }

    @Override
    public String getLogin() {
        return "everybody";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getQualifiedMailboxName() {
        return "everybody";
    }

    @Override
    public void create() {
        // there is nothing to make
    }

    @Override
    public void delete() {
        // there is nothing to remove
    }

    @Override
    public void setPassword(String password) {
        // everybody is let in
    }

    @Override
    public void authenticate(String password) {
        // everybody is let in
    }
}

package se.aviso.launcher.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;

/** A mail server that keeps what it gets as files; its process ends when its parent's end of standard input closes. */
public final class MailSink {
    private MailSink() {}

    /** Takes the port and the folder. */
    public static void main(String[] arguments) throws IOException {
        var server =
                new GreenMail(new ServerSetup(Integer.parseInt(arguments[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var user = new FilingUser(new MailFolder(Path.of(arguments[1])));
        server.getUserManager().setMessageDeliveryHandler((message, address) -> user);
        server.start();
    }
}

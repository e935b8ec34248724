package se.aviso.dispatch.email;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.Notice;

/** The mailbox that bounces come to, read by IMAP. What was kept is marked as read; what was not comes again. */
record BounceBox(String host, int port, boolean encrypted, String user, String password) {
    private static final int MOST = 50;
    private static final int LARGEST = 1 << 20;
    private static final String PATIENCE = "20000";

    /** The mailbox, where there is one. */
    static Optional<BounceBox> of(PluginContext context) {
        var host = context.setting("bounceHost", "");
        try {
            var box = new BounceBox(
                    host,
                    Integer.parseInt(context.setting("bouncePort", "993")),
                    !context.setting("bounceTls", "required").equals("off"),
                    context.setting("bounceUser", ""),
                    context.setting("bouncePassword", ""));
            return Optional.of(box).filter(any -> !host.isBlank());
        } catch (NumberFormatException noPort) {
            return Optional.empty();
        }
    }

    /** What is new, the oldest first. */
    List<Notice> collect() throws MessagingException, IOException {
        try (var store = open();
                var inbox = inbox(store)) {
            var notices = new ArrayList<Notice>();
            for (var mail : unread(inbox)) {
                if (notices.size() < MOST) {
                    notices.add(new Notice(key(inbox, mail), "message/rfc822", content(mail)));
                }
            }
            return notices;
        }
    }

    /** Marks those as read. */
    void settle(List<Notice> notices) throws MessagingException {
        var keys = new HashSet<>(notices.stream().map(Notice::key).toList());
        try (var store = open();
                var inbox = inbox(store)) {
            for (var mail : unread(inbox)) {
                if (keys.contains(key(inbox, mail))) {
                    mail.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    private Store open() throws MessagingException {
        var name = encrypted ? "imaps" : "imap";
        var properties = new Properties();
        for (var time : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + name + "." + time, PATIENCE);
        }
        properties.setProperty("mail." + name + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + name + ".peek", "true"); // to read is not to have kept
        var store = Session.getInstance(properties).getStore(name);
        store.connect(host, port, user, password);
        return store;
    }

    private static Folder inbox(Store store) throws MessagingException {
        var inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        return inbox;
    }

    private static List<Message> unread(Folder inbox) throws MessagingException {
        return List.of(inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    }

    private static String key(Folder inbox, Message mail) throws MessagingException {
        return inbox instanceof UIDFolder numbered
                ? numbered.getUIDValidity() + "-" + numbered.getUID(mail)
                : Integer.toString(mail.getMessageNumber());
    }

    /** The mail as it came; of one too large for a report nothing. */
    private static byte[] content(Message mail) throws MessagingException, IOException {
        if (mail.getSize() > LARGEST) {
            return new byte[0];
        }
        if (mail instanceof IMAPMessage remote) {
            remote.setPeek(true);
        }
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}

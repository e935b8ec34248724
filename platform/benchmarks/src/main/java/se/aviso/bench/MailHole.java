package se.aviso.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server on loopback that takes everything, counts it and keeps the last mail alone. It reads by the block: on a
 * machine of few cores what it costs is missing to who is measured.
 */
final class MailHole implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final String TAKEN = "250 taken";

    private final ServerSocket door;
    private final ExecutorService guests = Executors.newCachedThreadPool();
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private volatile byte[] last = {};

    MailHole() throws IOException {
        door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        guests.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    long mails() {
        return mails.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** The last mail as it came, with the dot behind it. */
    byte[] last() {
        return last.clone();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                guests.execute(() -> serve(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            var in = new SmtpWords(guest.getInputStream());
            say(guest, "220 hole");
            for (var line = in.line(); !line.isEmpty(); line = in.line()) {
                answer(guest, in, line.strip().toUpperCase(Locale.ROOT));
            }
        } catch (IOException gone) {
            // who hangs up has said what there was to say
        }
    }

    private void answer(Socket guest, SmtpWords in, String line) throws IOException {
        if (line.startsWith("DATA")) {
            say(guest, "354 go on");
            take(in);
            say(guest, TAKEN);
        } else if (line.startsWith("QUIT")) {
            say(guest, "221 bye");
            guest.close();
        } else {
            say(guest, TAKEN);
        }
    }

    private void take(SmtpWords in) throws IOException {
        var mail = in.mail();
        if (mail.length > 0) {
            last = mail;
            bytes.addAndGet(mail.length);
            mails.incrementAndGet();
        }
    }

    private static void say(Socket guest, String words) throws IOException {
        guest.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        guest.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        guests.shutdownNow();
    }
}

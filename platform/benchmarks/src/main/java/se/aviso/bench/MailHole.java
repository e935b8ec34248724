package se.aviso.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server on loopback that takes everything, counts it and keeps the last mail alone. */
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
            var in = new BufferedInputStream(guest.getInputStream(), 1 << 16);
            say(guest, "220 hole");
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                answer(guest, in, line.strip().toUpperCase(Locale.ROOT));
            }
        } catch (IOException gone) {
            // who hangs up has said what there was to say
        }
    }

    private void answer(Socket guest, BufferedInputStream in, String line) throws IOException {
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

    private void take(BufferedInputStream in) throws IOException {
        var mail = new ByteArrayOutputStream();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            mail.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            if (line.equals(".\r\n")) {
                last = mail.toByteArray();
                bytes.addAndGet(mail.size());
                mails.incrementAndGet();
                return;
            }
        }
    }

    /** A line with its end; empty where the guest has hung up. */
    private static String line(BufferedInputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString();
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

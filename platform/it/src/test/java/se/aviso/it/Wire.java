package se.aviso.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The wire between the product and its database: counts what goes over it either way, and breaks when told. */
final class Wire implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong cutAt = new AtomicLong(NEVER);
    private final AtomicInteger cuts = new AtomicInteger();

    private Wire(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Wire to(int port) throws IOException {
        var wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        wire.threads.execute(wire::accept);
        return wire;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Breaks all connections in place of this message, counted from now. */
    void cutAt(long message) {
        messages.set(0);
        cutAt.set(message);
    }

    /** Lets everything pass, and counts from now. */
    void mend() {
        cutAt.set(NEVER);
        messages.set(0);
    }

    long messages() {
        return messages.get();
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                threads.execute(() -> pass(client, server));
                threads.execute(() -> pass(server, client));
            } catch (IOException ending) {
                breakAll();
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream());
        } catch (IOException broken) {
            open.remove(from);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            if (messages.incrementAndGet() == cutAt.get()) {
                cuts.incrementAndGet();
                breakAll();
                return;
            }
            out.write(buffer, 0, length);
            out.flush();
        }
    }

    private void breakAll() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException already) {
                throw new UncheckedIOException(already);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakAll();
        threads.shutdownNow();
    }
}

package se.aviso.dispatch.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** An SMTP server that answers as a test tells it to. */
final class ScriptedServer implements AutoCloseable {
    /** The usual answer to what was said. */
    static final String OK = "";

    /** Breaks the line instead of answering. */
    static final String HANG_UP = "hang up";

    /** Leaves the line open and answers nothing. */
    static final String SILENCE = "silence";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger recipients = new AtomicInteger();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final BiFunction<String, Integer, String> script;

    /** The script is given what was said, {@code .} for the end of content, and which mail it is, from 1. */
    ScriptedServer(BiFunction<String, Integer, String> script) throws IOException {
        this.script = script;
        threads.execute(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> said() {
        return said;
    }

    private void listen() {
        try {
            while (!socket.isClosed()) {
                var line = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(line));
            }
        } catch (SocketException closed) {
            said.add("closed");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket line) {
        try (line;
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            var out = line.getOutputStream();
            say(out, "220 ready");
            for (var command = in.readLine(); command != null; command = in.readLine()) {
                if (!answer(command, in, out)) {
                    return;
                }
            }
        } catch (SocketException gone) {
            said.add("gone");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** False to hang up. */
    private boolean answer(String command, BufferedReader in, OutputStream out) throws IOException {
        said.add(command);
        var mail = recipients.get() + (command.startsWith("MAIL") ? 1 : 0);
        if (command.startsWith("RCPT")) {
            mail = recipients.incrementAndGet();
        }
        var told = script.apply(command, mail);
        if (told.equals(HANG_UP)) {
            return false;
        }
        if (told.equals(SILENCE)) {
            return in.readLine() != null;
        }
        say(out, told.isEmpty() ? usual(command) : told);
        return !command.equals("DATA") || !told.isEmpty() || content(mail, in, out);
    }

    private boolean content(int mail, BufferedReader in, OutputStream out) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // content is not looked at
        }
        var told = script.apply(".", mail);
        if (told.equals(SILENCE)) {
            return in.readLine() != null;
        }
        if (told.equals(HANG_UP)) {
            return false;
        }
        say(out, told.isEmpty() ? "250 taken" : told);
        return true;
    }

    private static String usual(String command) {
        if (command.equals("DATA")) {
            return "354 go on";
        }
        return command.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}

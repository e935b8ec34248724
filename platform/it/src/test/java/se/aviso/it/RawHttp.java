package se.aviso.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that writes what no HTTP library would, and hears the answer as it comes; from an address of its choice. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI base;
    private final String from;

    private RawHttp(URI base, String from) {
        this.base = base;
        this.from = from;
    }

    static RawHttp to(String baseUrl) {
        return new RawHttp(URI.create(baseUrl), "127.0.0.1");
    }

    /** The same from another address of this machine: callers are counted by it. */
    RawHttp from(String address) {
        return new RawHttp(base, address);
    }

    /** What was answered; without a status when the other side only hung up. */
    record Answer(int status, List<String> head, String body) {
        /** All values of a header. */
        List<String> all(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        /** The one value of a header; empty where it is not there. */
        String one(String name) {
            return String.join(" AND ", all(name));
        }
    }

    /** A request without a body. */
    Answer ask(String line, String... headers) {
        return send(line, "", headers);
    }

    /** A request with a body of a kind. */
    Answer post(String path, String type, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + type);
        all.add("Content-Length: " + body.length());
        return send("POST " + path, body, all.toArray(String[]::new));
    }

    /** A request whose body comes in pieces, and whose length nobody says. */
    Answer chunked(String path, String type, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + type);
        all.add("Transfer-Encoding: chunked");
        var piece = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        return send("POST " + path, piece, all.toArray(String[]::new));
    }

    private Answer send(String line, String body, String... headers) {
        var head = line + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        return write(head + body);
    }

    /** Exactly these signs. */
    Answer write(String text) {
        try (var socket = open()) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException refusedInTheMiddle) {
                // the answer may stand there all the same
            }
            return read(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A connection on which the caller writes as slowly as they like. */
    Socket open() throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 10_000);
        return socket;
    }

    /** What comes until the other side hangs up. */
    static Answer read(Socket socket) {
        var bytes = new ByteArrayOutputStream();
        try {
            var piece = new byte[8192];
            for (var read = 0; read >= 0; read = socket.getInputStream().read(piece)) {
                bytes.write(piece, 0, read);
            }
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("the connection is still open", stillOpen);
        } catch (IOException hungUp) {
            // what came before counts
        }
        return parsed(bytes.toString(StandardCharsets.UTF_8));
    }

    private static Answer parsed(String text) {
        var split = text.indexOf("\r\n\r\n");
        if (split < 0 || !text.startsWith("HTTP/")) {
            return new Answer(0, List.of(), text);
        }
        var lines = List.of(text.substring(0, split).split("\r\n"));
        return new Answer(Integer.parseInt(text.substring(9, 12)), lines, text.substring(split + 4));
    }
}

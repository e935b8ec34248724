package se.aviso.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider of texts as 46elks speaks: takes them, and calls back when it is told to. */
final class SmsProvider implements AutoCloseable {
    private final List<Map<String, String>> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final HttpClient caller = HttpClient.newHttpClient();
    private final HttpServer server;
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private volatile int status = 200;
    private volatile String cost = "";

    private SmsProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "sms-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/a1/sms", this::take);
        server.start();
    }

    static SmsProvider start() {
        try {
            return new SmsProvider();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var text = new HashMap<String, String>();
        for (var field : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&", -1)) {
            var equals = field.indexOf('=');
            text.put(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        text.put("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        text.put("id", "s" + numbers.incrementAndGet());
        texts.add(text);
        try {
            answering.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var answer = ("{\"id\": \"" + text.get("id") + "\", \"status\": \"created\"" + cost + "}")
                .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException nobodyListens) {
            System.getLogger(SmsProvider.class.getName())
                    .log(System.Logger.Level.TRACE, "the product is gone", nobodyListens);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/a1/sms";
    }

    /** From now on texts are taken, and nobody is told so. */
    void hang() {
        answering = new CountDownLatch(1);
    }

    /** From now on it says what a text costs, in ten-thousandths of a krona. */
    void charge(int each) {
        cost = ", \"cost\": " + each;
    }

    /** It says nothing of what a text costs, as in the beginning. */
    void chargeNothing() {
        cost = "";
    }

    /** All who wait are answered, so from now on. */
    void answer(int with) {
        status = with;
        answering.countDown();
    }

    /** What was taken for that number, the oldest first. */
    List<Map<String, String>> texts(String number) {
        return texts.stream().filter(text -> number.equals(text.get("to"))).toList();
    }

    /** A field that the product said of its text. */
    static String said(Map<String, String> text, String field) {
        return Objects.requireNonNull(text.get(field), field);
    }

    /** Calls the address that came with the text; answers of the status. */
    int tell(Map<String, String> text, String what) {
        return call(said(text, "whendelivered"), "id=" + text.get("id") + "&status=" + what);
    }

    /** The same, and what it costs, in ten-thousandths of a krona. */
    int tell(Map<String, String> text, String what, int costs) {
        return call(said(text, "whendelivered"), "id=" + text.get("id") + "&status=" + what + "&cost=" + costs);
    }

    int call(String address, String form) {
        return ask(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Opens an address as the telephone does that got it. */
    int open(String address) {
        return ask(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    private int ask(HttpRequest.Builder call) {
        var request = call.build();
        try {
            return caller.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

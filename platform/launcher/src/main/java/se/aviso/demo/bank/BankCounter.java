package se.aviso.demo.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The demo's bank, as a page of its own: pays one invoice and hands out the file that the bank would send.
 *
 * <p>It stands outside the product, as a bank does, so that the circle can be gone round by hand in a browser.
 */
public final class BankCounter implements AutoCloseable {
    private static final int LARGEST_FORM = 10_000;
    private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'";

    private final HttpServer server;
    private final Clock clock;

    private BankCounter(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Opens it on a port of the loopback address. */
    public static BankCounter open(int port, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var counter = new BankCounter(server, clock);
        server.createContext("/", counter::serve);
        server.start();
        return counter;
    }

    /** Where it is. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/counter.css")) {
                answer(exchange, 200, "text/css; charset=UTF-8", resource("counter.css"));
            } else if (exchange.getRequestMethod().equals("POST")) {
                pay(exchange);
            } else {
                show(
                        exchange,
                        200,
                        new PaymentForm(Map.of("day", LocalDate.now(clock).toString())),
                        "");
            }
        }
    }

    private void pay(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_FORM);
        var form = PaymentForm.of(new String(body, StandardCharsets.UTF_8));
        var fault = form.fault();
        if (fault.isPresent()) {
            show(exchange, 422, form, fault.get());
            return;
        }
        var now = LocalDateTime.now(clock);
        exchange.getResponseHeaders()
                .set("Content-Disposition", "attachment; filename=\"bank-" + form.text("ocr") + ".txt\"");
        answer(exchange, 200, "text/plain; charset=ISO-8859-1", file(form, now));
    }

    /** The bank numbers its payments by the second, so that no two of them are taken for one. */
    private static byte[] file(PaymentForm form, LocalDateTime now) throws IOException {
        var serial = now.toLocalDate().toEpochDay() * 86_400 + now.toLocalTime().toSecondOfDay();
        var deposit = new Deposit(now, form.day().orElseThrow(), 1 + (int) (serial % 99_999), serial);
        var bytes = new ByteArrayOutputStream();
        BgMaxWriter.write(Map.of(form.bankgiro(), List.of(form.payment())), deposit, bytes);
        return bytes.toByteArray();
    }

    private static void show(HttpExchange exchange, int status, PaymentForm form, String fault) throws IOException {
        var page = new String(resource("counter.html"), StandardCharsets.UTF_8).replace("{fault}", fault);
        for (var field : List.of("bankgiro", "ocr", "amount", "name", "day")) {
            page = page.replace("{" + field + "}", escaped(form.text(field)));
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        answer(exchange, status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(BankCounter.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

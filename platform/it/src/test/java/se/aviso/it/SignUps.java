package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People who fill in the public form, each from an address of their own: one address may join only so often. */
public final class SignUps {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final URI base;

    public SignUps(Product product) {
        this.base = URI.create(product.baseUrl());
    }

    /** What came of a form. */
    public record Answer(int status, JsonNode body) {}

    /** An invoice as its payer holds it. */
    record Joined(String memberId, String membershipId, String invoiceId, String number, String ocr, long ore) {
        static Joined of(JsonNode body) {
            var invoice = body.get("invoice");
            return new Joined(
                    body.get("memberId").asText(),
                    body.get("membershipId").asText(),
                    invoice.get("id").asText(),
                    invoice.get("number").asText(),
                    invoice.get("ocr").asText(),
                    Long.parseLong(invoice.get("total").asText().replace(".", "")));
        }
    }

    /** One more person joins. */
    Joined join(String group, String type) {
        var answer = send(
                group, form(type, PEOPLE.incrementAndGet()), UUID.randomUUID().toString());
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return Joined.of(answer.body());
    }

    /** The form of the person of that number. */
    static String form(String type, int person) {
        return """
                {"person": {"givenName": "Person", "familyName": "Nummer %s", "born": "1980-05-17",
                  "email": "person%d@people.example"},
                 "typeId": "%s", "paymentOption": "AVI", "channel": "EMAIL", "consents": ["privacy"]}
                """.formatted(person, person, type);
    }

    /** Sends a form with its key; an empty one is none. */
    public Answer send(String group, String form, String key) {
        var body = form.getBytes(StandardCharsets.UTF_8);
        var head = "POST /api/v1/sign-ups/" + group + " HTTP/1.0\r\nHost: " + base.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + (key.isEmpty() ? "" : "\r\nIdempotency-Key: " + key) + "\r\n\r\n";
        var host = 2 + PEOPLE.incrementAndGet() % 200;
        try (var socket = new Socket()) {
            socket.setSoTimeout(120_000);
            socket.bind(new InetSocketAddress("127.0.0." + host, 0));
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return read(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer read(Socket socket) throws IOException {
        var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var split = text.indexOf("\r\n\r\n");
        var status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, JSON.readTree(text.substring(split + 4)));
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A client of the REST API, as somebody. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String address;
    private final String token;

    /** An empty token is none. */
    public Client(String baseUrl, String token) {
        this.address = baseUrl + "/api/v1/";
        this.token = token;
    }

    /** What was answered. */
    public record Reply(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            try {
                return JSON.readTree(bytes());
            } catch (IOException noJson) {
                throw new AssertionError(status() + " " + text(), noJson);
            }
        }

        public Reply expect(int status) {
            assertThat(status()).as(text()).isEqualTo(status);
            return this;
        }

        /** The last word of the problem's type. */
        public String problem() {
            return json().path("type").asText().replaceFirst("^.*[/:]", "");
        }
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    public Reply post(String path, Object body, String... headers) {
        return send("POST", path, bytes(body), with(headers, "Content-Type", "application/json"));
    }

    public Reply patch(String path, Object body, String... headers) {
        return send("PATCH", path, bytes(body), with(headers, "Content-Type", "application/merge-patch+json"));
    }

    public Reply upload(String query, byte[] file) {
        return send("POST", "bank-files?" + query, file, "Content-Type", "application/octet-stream");
    }

    Reply importMembers(String csv) {
        return send("POST", "members:import", csv.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/csv");
    }

    public Reply send(String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(5))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /** All pages of a list. */
    public List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var first = path + (path.contains("?") ? "&" : "?") + "limit=500";
        for (var next = first; !next.isEmpty(); ) {
            var page = get(next).expect(200).json();
            page.get("items").forEach(items::add);
            var cursor = page.path("nextCursor").asText("");
            next = cursor.isEmpty() ? "" : first + "&cursor=" + cursor;
        }
        return items;
    }

    /** Starts a run. */
    JsonNode startRun(String kind, String day) {
        var body = JSON.createObjectNode().put("kind", kind).put("businessDate", day);
        return post("invoice-runs", body, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(202)
                .json();
    }

    /** Waits until a run is done. */
    public JsonNode finish(String run) {
        return finish(run, Waiting.PATIENCE);
    }

    /** Waits so long at most until a run is done. */
    JsonNode finish(String run, Duration patience) {
        Waiting.until("run " + run, patience, () -> {
            var state =
                    get("invoice-runs/" + run).expect(200).json().get("state").asText();
            assertThat(state).isIn("RUNNING", "DONE");
            return state.equals("DONE");
        });
        return get("invoice-runs/" + run).json();
    }

    /** Moves the tenant's day and waits until all that fell due is done. */
    public void moveTo(String day) {
        var moved = post("business-date", JSON.createObjectNode().put("businessDate", day))
                .expect(202)
                .json();
        moved.get("runs").forEach(run -> finish(run.get("id").asText()));
    }

    public static byte[] bytes(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(name, value));
        return all.toArray(String[]::new);
    }
}

package se.aviso.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import se.aviso.launcher.console.Refusal;

/** The product's REST API as a client sees it; what it refuses ends the circle with its reason. */
public final class Api {
    private static final int REFUSED = 400;
    private static final int AWAY = 503;
    private static final int TIMES = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BETWEEN_ASKING = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private final Supplier<String> tokens;
    private String token;

    /**
     * @param base address of the product
     * @param tokens gives a fresh token when the last one has aged
     */
    public Api(String base, Supplier<String> tokens) {
        this.base = base + "/api/v1/";
        this.tokens = tokens;
        this.token = tokens.get();
    }

    /** What stands at a path. */
    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** Sends JSON once, however often it is called with the same key. */
    public JsonNode post(String path, String key, Object body) {
        try {
            var publisher = BodyPublishers.ofString(json.writeValueAsString(body));
            return post(path, key, "application/json", publisher);
        } catch (IOException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /** Sends bytes as they are. */
    public JsonNode upload(String path, byte[] bytes) {
        return post(path, "upload", "application/octet-stream", BodyPublishers.ofByteArray(bytes));
    }

    /** All pages of a list. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var first = path + (path.contains("?") ? "&" : "?") + "limit=500";
        var next = first;
        while (!next.isEmpty()) {
            var page = get(next);
            page.get("items").forEach(items::add);
            var cursor = page.path("nextCursor").asText("");
            next = cursor.isEmpty() ? "" : first + "&cursor=" + cursor;
        }
        return items;
    }

    /** Looks again and again until the condition holds. */
    static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Refusal("The circle waited " + PATIENCE.toMinutes() + " minutes in vain for " + what + ".");
            }
            pause(BETWEEN_LOOKS);
        }
    }

    private JsonNode post(String path, String key, String type, BodyPublisher body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", type)
                .POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(5));
    }

    private JsonNode send(HttpRequest.Builder request) {
        var answer = patiently(request);
        if (answer.status == 401) {
            token = tokens.get();
            answer = patiently(request);
        }
        if (answer.status >= REFUSED) {
            throw new Refusal("The product refused " + request.build().method() + " "
                    + request.build().uri() + ": " + answer.body);
        }
        return answer.body;
    }

    /** A product that says that it will be back is asked again; its keys make that harmless. */
    private Answer patiently(HttpRequest.Builder request) {
        var answer = exchange(request);
        for (var times = 1; answer.status == AWAY && times < TIMES; times++) {
            pause(BETWEEN_ASKING);
            answer = exchange(request);
        }
        return answer;
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.setHeader("Authorization", "Bearer " + token).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException broken) {
            throw new Refusal("The product does not answer; its log says why, if it did not just end.", broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private static void pause(Duration moment) {
        try {
            Thread.sleep(moment.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private record Answer(int status, JsonNode body) {}
}

package se.aviso.app.identity.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.aviso.app.identity.TaskFailed;
import se.aviso.app.identity.TaskFailure;
import se.aviso.app.server.KeycloakAccess.Access;

/** Requests to the admin API as our client: each within a time limit, each with a token that is still good. */
final class KeycloakCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(20);
    private static final int OK_UP_TO = 300;
    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> NOT_ALLOWED = Set.of(UNAUTHORIZED, 403);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int OURS_TO = 500;

    private final Access access;
    private final Clock clock;
    private final HttpClient client;

    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    KeycloakCalls(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(access.patience())
                .build();
    }

    /**
     * What Keycloak answered.
     *
     * @param made the last step of the address of what was made; empty where nothing was
     */
    record Answer(int status, JsonNode body, String made) {}

    /** A request; an answer whose status is neither good nor among those is a failure. */
    Answer call(String method, String path, @Nullable Object body, Integer... expected) {
        var answer = send(method, path, body);
        if (answer.status() == UNAUTHORIZED) {
            forgetToken();
            answer = send(method, path, body);
        }
        if (answer.status() >= OK_UP_TO && !Set.of(expected).contains(answer.status())) {
            throw new TaskFailed(failure(answer.status()), method + " answered " + answer.status());
        }
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(access.admin() + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        var response = exchange(request);
        var made = response.headers().firstValue("Location").orElse("").replaceFirst("^.*/", "");
        return new Answer(response.statusCode(), read(response), made);
    }

    private synchronized String token() {
        if (clock.instant().isAfter(tokenEnds)) {
            var basic = encoded(access.clientId()) + ":" + encoded(access.clientSecret());
            var response = exchange(HttpRequest.newBuilder(access.token())
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")));
            var answer = read(response);
            if (response.statusCode() >= OK_UP_TO) {
                var ours = response.statusCode() < OURS_TO;
                throw new TaskFailed(
                        ours ? TaskFailure.NOT_ALLOWED : TaskFailure.UNREACHABLE,
                        "no token, status " + response.statusCode());
            }
            token = answer.path("access_token").asText();
            tokenEnds = clock.instant()
                    .plusSeconds(answer.path("expires_in").asLong())
                    .minus(MARGIN);
        }
        return token;
    }

    private synchronized void forgetToken() {
        tokenEnds = Instant.MIN;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(access.patience()).build(), BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new TaskFailed(TaskFailure.UNREACHABLE, away.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TaskFailed(TaskFailure.UNREACHABLE, "interrupted");
        }
    }

    private static TaskFailure failure(int status) {
        if (NOT_ALLOWED.contains(status)) {
            return TaskFailure.NOT_ALLOWED;
        }
        return status >= OURS_TO || PASSING.contains(status) ? TaskFailure.UNREACHABLE : TaskFailure.REFUSED;
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        try {
            var body = response.body();
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance(); // an error page of a proxy; the status says enough
        }
    }
}

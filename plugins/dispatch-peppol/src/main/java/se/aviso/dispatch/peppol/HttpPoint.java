package se.aviso.dispatch.peppol;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import se.aviso.spi.dispatch.Receipt;

/**
 * An access point that takes documents by {@code POST}. One that cannot be reached, does not answer or wants us to wait
 * is not asked again within the chunk.
 */
final class HttpPoint implements AccessPoint {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TIMED_OUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final PeppolSettings.Server server;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable String closed;

    HttpPoint(PeppolSettings.Server server) {
        this.server = server;
    }

    @Override
    public Receipt put(UUID id, byte[] document) {
        if (closed != null) {
            return Receipt.Deferred.closed(id, String.valueOf(closed));
        }
        try {
            // of the answer the status alone is believed; its body may repeat the document
            return receipt(
                    id,
                    http.send(request(id, document), HttpResponse.BodyHandlers.discarding())
                            .statusCode());
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException unreached) {
            return closedBy(id, "The access point could not be reached.");
        } catch (IOException broken) {
            closed = "The access point stopped answering.";
            return new Receipt.Unknown(id, "The line broke after the document was handed over.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed = "The sending was stopped.";
            return new Receipt.Unknown(id, "The sending was stopped after the document was handed over.");
        }
    }

    private HttpRequest request(UUID id, byte[] document) {
        return HttpRequest.newBuilder(server.address())
                .timeout(server.patience())
                .header("Authorization", "Bearer " + server.token())
                .header("Idempotency-Key", id.toString())
                .header("Content-Type", "application/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
    }

    private Receipt receipt(UUID id, int status) {
        if (status >= OK && status < REDIRECTED) {
            return new Receipt.Accepted(id, id.toString());
        }
        return switch (status) {
            case UNAUTHORIZED, PAYMENT_REQUIRED, FORBIDDEN, NOT_FOUND ->
                closedBy(id, "The access point does not let us in: " + status + ".");
            case TIMED_OUT, TOO_MANY, UNAVAILABLE ->
                closedBy(id, "The access point takes no document now: " + status + ".");
            case CONFLICT -> new Receipt.Unknown(id, "The access point knows another document of that key: 409.");
            default -> other(id, status);
        };
    }

    private Receipt other(UUID id, int status) {
        if (status >= ERROR) {
            return new Receipt.Unknown(id, "The access point failed in the middle: " + status + ".");
        }
        return status < BAD_REQUEST
                ? closedBy(id, "The access point is not where it was: " + status + ".")
                : new Receipt.Refused(id, "The access point refused the document: " + status + ".");
    }

    private Receipt closedBy(UUID id, String reason) {
        closed = reason;
        return Receipt.Deferred.closed(id, reason);
    }
}

package se.aviso.dispatch.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import se.aviso.kernel.Money;
import se.aviso.kernel.SmsText;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

/**
 * The provider, for one chunk. One that cannot be reached, does not answer or wants us to go slower is not asked again
 * within the chunk.
 */
final class Provider {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([A-Za-z0-9_-]{1,64})\"");
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([a-z]{1,20})\"");
    private static final Pattern COST = Pattern.compile("\"cost\"\\s*:\\s*([0-9]{1,9})\\b");
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int ERROR = 500;
    private static final int UNAVAILABLE = 503;

    private final SmsSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private @Nullable String closed;

    Provider(SmsSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands a text over; the address that it is told about later names the message, so that twice is seen to be once.
     */
    Receipt submit(Message message, SmsText text) {
        if (closed != null) {
            return Receipt.Deferred.closed(message.id(), String.valueOf(closed));
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put(
                "from",
                settings.from().isEmpty() ? SmsSender.of(message.sender().name()) : settings.from());
        fields.put("to", message.recipient().address());
        fields.put("message", text.text());
        if (!message.noticesTo().isEmpty()) {
            fields.put("whendelivered", message.noticesTo());
        }
        var request = request(settings.api())
                .header("Content-Type", Form.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(Form.write(fields)))
                .build();
        return submit(message.id(), request);
    }

    private Receipt submit(UUID id, HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return receipt(id, answer);
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException unreached) {
            closed = "The provider could not be reached.";
            return Receipt.Deferred.closed(id, closed);
        } catch (IOException broken) {
            closed = "The provider stopped answering.";
            return new Receipt.Unknown(id, "The line broke after the text was handed over.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed = "The sending was stopped.";
            return new Receipt.Unknown(id, "The sending was stopped after the text was handed over.");
        }
    }

    private Receipt receipt(UUID id, HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status >= OK && status < REDIRECTED) {
            return new Receipt.Accepted(id, first(ID, answer.body()).orElseGet(id::toString), price(answer.body()));
        }
        return switch (status) {
            case UNAUTHORIZED, PAYMENT_REQUIRED, FORBIDDEN ->
                closedBy(id, "The provider does not let us in, or the account is empty: " + status + ".");
            case TIMED_OUT, TOO_MANY, UNAVAILABLE -> closedBy(id, "The provider takes no text now: " + status + ".");
            default -> other(id, status);
        };
    }

    private Receipt other(UUID id, int status) {
        if (status >= ERROR) {
            return new Receipt.Unknown(id, "The provider failed in the middle: " + status + ".");
        }
        return status < BAD_REQUEST
                ? closedBy(id, "The provider is not where it was: " + status + ".")
                : new Receipt.Refused(id, "The provider refused the text: " + status + ".");
    }

    private Receipt closedBy(UUID id, String reason) {
        closed = reason;
        return Receipt.Deferred.closed(id, reason);
    }

    /** What the provider says of a text; nothing when it cannot be heard or knows none. */
    Optional<Told> status(String reference) {
        if (closed != null || !reference.matches("[A-Za-z0-9_-]{1,64}")) {
            return Optional.empty();
        }
        try {
            var request =
                    request(URI.create(settings.api() + "/" + reference)).GET().build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer.statusCode() == OK
                    ? first(STATUS, answer.body()).map(status -> new Told(status, price(answer.body())))
                    : Optional.empty();
        } catch (IOException broken) {
            closed = "The provider stopped answering.";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            closed = "The sending was stopped.";
        }
        return Optional.empty();
    }

    /** How a text is doing, and what it costs where the provider says so. */
    record Told(String status, Optional<Money> price) {}

    private static Optional<Money> price(String body) {
        return first(COST, body).flatMap(Price::read);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(settings.patience())
                .header("Authorization", settings.authorization())
                .header("Accept", "application/json");
    }

    private static Optional<String> first(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}

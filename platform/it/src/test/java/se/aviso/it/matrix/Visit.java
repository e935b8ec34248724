package se.aviso.it.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.aviso.it.Issuer;

/** A session with the pages, as a browser has one; what a script in a page would do, nobody does. */
final class Visit {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> headers;

    private Visit(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What was answered. */
    record Page(HttpResponse<byte[]> response, String goal) {
        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String type() {
            return header(response, "Content-Type");
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        Seen seen(String... asked) {
            return Seen.ofPage(status(), text(), goal, asked);
        }
    }

    /** A name and a value of a form. */
    record Field(String name, String value) {}

    /** Nobody has logged in. */
    static Visit ofNobody(World world) {
        return new Visit(world.product().baseUrl(), List.of());
    }

    /** Nobody has logged in, and a token is shown that would open the API. */
    static Visit withToken(World world, Person person) {
        return new Visit(world.product().baseUrl(), List.of("Authorization", "Bearer " + person.token()));
    }

    /** Somebody who has logged in at the identity provider. */
    static Visit of(World world, Person person) {
        var visit = ofNobody(world);
        var asked = query(URI.create(visit.get("/").goal()));
        var code = Issuer.code(person.tenant(), person.subject(), asked.getOrDefault("nonce", ""));
        var back = visit.get("/log-in?state=" + encoded(asked.getOrDefault("state", "")) + "&code=" + encoded(code));
        if (back.status() != 302) {
            throw new IllegalStateException(person + " was not let in: " + back.status() + " " + back.text());
        }
        return visit;
    }

    /** The cookie as it is sent. */
    String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    Page post(String path, List<Field> fields) {
        var form = fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** A form that takes files, without one. */
    Page postParts(String path, List<Field> fields) {
        var parts = fields.stream()
                .map(field -> "--b\r\nContent-Disposition: form-data; name=\"" + field.name() + "\"\r\n\r\n"
                        + field.value() + "\r\n")
                .collect(Collectors.joining());
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(parts + "--b--\r\n")));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(2));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookie());
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(response, local(response));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private String local(HttpResponse<byte[]> response) {
        var goal = header(response, "Location");
        return goal.startsWith(base + "/") ? goal.substring(base.length()) : goal;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Map<String, String> query(URI address) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : address.getRawQuery().split("&", -1)) {
            var pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

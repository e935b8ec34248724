package se.aviso.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import se.aviso.launcher.console.Refusal;

/** A browser as the network sees it: cookies, redirects, compression; it shows and runs nothing. */
final class Browsing {
    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 8;
    private static final int REDIRECT = 300;
    private static final int REFUSED = 400;

    /** As browsers do without TLS; over HTTP/2 in the clear the server compresses nothing. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> cookies = new TreeMap<>();
    private final String address;

    Browsing(String address) {
        this.address = address;
    }

    /** What was answered at the end of all redirects; the body is unpacked. */
    @SuppressWarnings("ArrayRecordComponent") // compared by the answer it came with
    record Reply(HttpResponse<byte[]> response, byte[] body) {
        boolean found() {
            return response.statusCode() < REDIRECT;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The bytes on the wire, without headers. */
        int sent() {
            return response.body().length;
        }

        boolean mayBeKept() {
            var control = response.headers().firstValue("Cache-Control").orElse("");
            return (response.headers().firstValue("Expires").isPresent() && control.isEmpty())
                    || control.matches(".*max-age=[1-9].*");
        }

        String resolve(String relative) {
            var found = response.uri().resolve(relative);
            return found.getRawPath() + (found.getRawQuery() == null ? "" : "?" + found.getRawQuery());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Reply that && response == that.response;
        }

        @Override
        public int hashCode() {
            return response.hashCode();
        }
    }

    /** Logs in by the forms of the identity provider: who it is, then the password. */
    void logIn(String user, String password) throws IOException, InterruptedException {
        var asked = fillIn(get("/"), "username=" + encoded(user));
        fillIn(asked, "username=" + encoded(user) + "&password=" + encoded(password));
    }

    private Reply fillIn(Reply form, String body) throws IOException, InterruptedException {
        var action = FORM.matcher(form.text());
        if (!action.find()) {
            throw new Refusal(
                    "There is no form to log in with at " + form.response().uri() + ".");
        }
        return follow(HttpRequest.newBuilder(
                        form.response().uri().resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Reply get(String path) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(URI.create(address + path)));
    }

    private Reply follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        var request = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            var response = send(request);
            if (response.statusCode() < REDIRECT || response.statusCode() >= REFUSED) {
                return new Reply(response, unpacked(response));
            }
            request = HttpRequest.newBuilder(response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow()));
        }
        throw new Refusal("The redirects at " + address + " do not end.");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("; ")));
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            var pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
            cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        return response;
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        if (response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isEmpty()) {
            return response.body();
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return stream.readAllBytes();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

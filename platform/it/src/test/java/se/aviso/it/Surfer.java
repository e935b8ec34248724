package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser of the plainest kind and a network address of their own: it keeps cookies, runs no script.
 */
final class Surfer {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private final URI base;
    private final String host;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Surfer(Product product) {
        this.base = URI.create(product.baseUrl());
        var person = PEOPLE.incrementAndGet();
        this.host = "127.0." + (1 + person / 200) + "." + (2 + person % 200);
    }

    /** Somebody of a tenant who has logged in at the identity provider. */
    static Surfer entered(Product product, String tenant, String user) {
        var surfer = new Surfer(product);
        var asked = query(surfer.get("/").header("location"));
        var code = Issuer.code(tenant, tenant + "-" + user, asked.getOrDefault("nonce", ""));
        var back = surfer.get("/log-in?state=" + encoded(asked.getOrDefault("state", "")) + "&code=" + encoded(code));
        assertThat(back.status()).as(back.body()).isEqualTo(302);
        return surfer;
    }

    private static Map<String, String> query(String address) {
        var found = new HashMap<String, String>();
        for (var pair : URI.create(address).getRawQuery().split("&", -1)) {
            var middle = pair.indexOf('=');
            found.put(pair.substring(0, middle), URLDecoder.decode(pair.substring(middle + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    /** What was answered; headers by their names in small letters. */
    record Page(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** What a reader sees, without what differs from request to request. */
        String plain() {
            return body.replaceAll("(?s)<script.*?</script>", "")
                    .replaceAll("(?s)<[^>]*>", " ")
                    .replaceAll("\\s+", " ");
        }
    }

    Page get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends a form of a stateless page by one of its buttons. */
    Page press(String path, String form, String button, Map<String, String> fields, String... headers) {
        var all = new LinkedHashMap<>(fields);
        all.put(form, form);
        all.put(button, "");
        all.put("jakarta.faces.ViewState", "stateless");
        return post(path, all, headers);
    }

    /** Sends a form of a page that remembers, as it was got, by one of its buttons. */
    Page press(String path, Page got, String form, String button, Map<String, String> fields) {
        var state = VIEW_STATE.matcher(got.body());
        var nonce = NONCE.matcher(got.header("content-security-policy"));
        assertThat(state.find() && nonce.find()).as(got.headers() + got.body()).isTrue();
        var all = new LinkedHashMap<>(fields);
        all.put(form, form);
        all.put(button, "");
        all.put("jakarta.faces.ViewState", state.group(1));
        all.put("primefaces.nonce", nonce.group(1));
        return post(path, all);
    }

    Page post(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, headers);
    }

    /** The id of the session. */
    String session() {
        return cookies.getOrDefault("JSESSIONID", "");
    }

    private Page send(String method, String path, String body, String... headers) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: " + base.getAuthority() + "\r\n");
        if (!cookies.isEmpty()) {
            head.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        }
        for (var i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (method.equals("POST")) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        return exchange(head + "\r\n" + body);
    }

    private Page exchange(String request) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(60_000);
            socket.bind(new InetSocketAddress(host, 0));
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Page read(String answer) {
        var split = answer.indexOf("\r\n\r\n");
        var lines = answer.substring(0, split).split("\r\n");
        var headers = new TreeMap<String, String>();
        Arrays.stream(lines).skip(1).map(line -> line.split(": ?", 2)).forEach(header -> {
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
            if (header[0].equalsIgnoreCase("Set-Cookie")) {
                var cookie = header[1].replaceFirst(";.*", "").split("=", 2);
                cookies.put(cookie[0], cookie[1]);
            }
        });
        return new Page(Integer.parseInt(lines[0].substring(9, 12)), headers, answer.substring(split + 4));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

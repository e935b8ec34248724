package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every answer, of whatever kind and by whomever it is made, says what browsers must know and nothing of the server.
 */
@OnRunningProduct
class HardeningIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JOIN = "/public/join.xhtml?group=prov-ett";
    private static final String SIGN_UPS = "/api/v1/sign-ups/prov-ett";
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final String address;
    private final RawHttp http;
    private final String token;

    HardeningIT(Product product) {
        this.address = product.baseUrl();
        this.http = RawHttp.to(address);
        this.token = "Authorization: Bearer " + Issuer.get().token("prov", "prov-admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page             | GET /public/join.xhtml?group=prov-ett            | 200
            unknown form     | GET /public/join.xhtml?group=ingen               | 404
            unknown page     | GET /public/nowhere.xhtml                        | 404
            bad key          | GET /public/joined.xhtml?group=prov-ett&key=x    | 404
            to the log-in    | GET /home/home.xhtml                             | 302
            no address       | GET /nowhere                                     | 302
            log-in           | GET /log-in                                      | 302
            refused log-in   | GET /log-in?error=access_denied                  | 403
            made-up log-in   | GET /log-in?state=x&code=y                       | 403
            log-out by link  | GET /log-out                                     | 405
            poster           | GET /join/prov-ett                               | 302
            resource         | GET /jakarta.faces.resource/tokens.css.xhtml?ln=aviso | 200
            no resource      | GET /jakarta.faces.resource/nix.css.xhtml?ln=aviso    | 404
            accent           | GET /look.css?hue=150                            | 200
            no accent        | GET /look.css?hue=999                            | 404
            no token         | GET /api/v1/me                                   | 401
            contract path    | GET /api/v1/nowhere                              | 404
            other version    | GET /api/v2/me                                   | 404
            api root         | GET /api                                         | 404
            api method       | OPTIONS /api/v1/me                               | 405
            page method      | PUT /public/join.xhtml                           | 405
            made-up method   | BREW /public/join.xhtml                          | 405
            readiness        | GET /health/ready                                | 200
            figures          | GET /metrics                                     | 200
            contract         | GET /openapi                                     | 200
            """)
    void everyKindOfAnswerIsHardened(String kind, String line, int status) {
        var answer = http.ask(line);
        assertThat(answer.status()).as(kind).isEqualTo(status);
        assertHardened(answer);
    }

    @Test
    void anAnswerToWhomIsKnownIsHardenedToo() {
        for (var path : List.of("/api/v1/me", "/api/v1/groups", "/api/v1/invoices?limit=1")) {
            var answer = http.ask("GET " + path, token);
            assertThat(answer.status()).isEqualTo(200);
            assertHardened(answer);
        }
    }

    @Test
    void onlyWhatIsTheSameForAllMayBeKept() {
        assertThat(http.ask("GET " + JOIN).one("Cache-Control")).isEqualTo("no-store");
        assertThat(http.ask("GET /api/v1/me", token).one("Cache-Control")).isEqualTo("no-store");
        assertThat(http.ask("GET /look.css?hue=150").one("Cache-Control")).contains("max-age");
        assertThat(http.ask("GET /jakarta.faces.resource/tokens.css.xhtml?ln=aviso")
                        .one("Cache-Control"))
                .contains("max-age");
        assertThat(http.ask("GET /jakarta.faces.resource/nix.css.xhtml?ln=aviso")
                        .one("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void whoOffersHttp2IsServedAndHardenedAlike() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var request = HttpRequest.newBuilder(URI.create(address + SIGN_UPS))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[]"));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void theCookieIsForThisSiteAndForNoScript() {
        var cookie = http.ask("GET " + JOIN).all("Set-Cookie");
        assertThat(cookie).hasSize(1);
        assertThat(cookie.get(0).toLowerCase(Locale.ROOT))
                .containsOnlyOnce("samesite=lax")
                .containsOnlyOnce("httponly")
                .contains("path=/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /\\evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nabcdef"
            })
    void whatTheServerItselfRefusesTellsNothingOfIt(String request) {
        var answer = http.write(request);
        assertThat(answer.status()).isIn(400, 405, 505);
        assertAnonymous(answer);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void headersBeyondAllMeasureAreRefusedByTheServerItself() {
        var answer = http.ask("GET " + JOIN, "X-Long: " + "x".repeat(70_000));
        assertThat(answer.status()).isIn(0, 400);
        assertAnonymous(answer);
    }

    @Test
    void aRefusalOfTheApiIsAProblemWithAReference() {
        var refusals = Map.of(
                "too-large", http.post(SIGN_UPS, "application/json", "x".repeat(1_000_001)),
                "address-too-long", http.ask("GET /api/v1/me?x=" + "x".repeat(5_000)),
                "headers-too-large", http.ask("GET /api/v1/me", "X-Long: " + "x".repeat(17_000)),
                "method-not-allowed", http.ask("OPTIONS /api/v1/me"),
                "json-malformed", http.post(SIGN_UPS, "application/json", "[".repeat(5_000)));
        var statuses =
                Map.of("too-large", 413, "address-too-long", 414, "headers-too-large", 431, "method-not-allowed", 405);
        refusals.forEach((code, answer) -> {
            assertThat(answer.status()).as(code).isEqualTo(statuses.getOrDefault(code, 400));
            assertThat(answer.one("Content-Type")).as(code).startsWith("application/problem+json");
            assertThat(answer.body()).as(code).contains("/problems/" + code, answer.one("Trace-Id"));
            assertHardened(answer);
        });
    }

    @Test
    void aRefusalOfAPageIsAPageWithAReference() {
        var boundary = "multipart/form-data; boundary=b";
        var many = "a=1&".repeat(600);
        var headers = IntStream.range(0, 70).mapToObj(i -> "X-" + i + ": x").toArray(String[]::new);
        var refusals = Map.of(
                413, http.post(JOIN, FORM, "a=" + "x".repeat(100_001)),
                414, http.ask("GET " + JOIN + "&x=" + "x".repeat(5_000)),
                431, http.ask("GET " + JOIN, headers),
                411, http.chunked(JOIN, boundary, "--b--"),
                400, http.post(JOIN, FORM, many),
                405, http.ask("DELETE " + JOIN),
                404, http.ask("GET /public/nowhere.xhtml"));
        refusals.forEach((status, answer) -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.one("Content-Type")).startsWith("text/html");
            assertThat(answer.body()).as("reference of " + status).contains("<h1>", answer.one("Trace-Id"));
            assertHardened(answer);
        });
    }

    @Test
    void aBodyOfManyPartsIsRefusedBeforeAnyIsLaidDown() {
        var parts = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n".repeat(2_000) + "--b--\r\n";
        var answer = http.post(JOIN, "multipart/form-data; boundary=b", parts);
        assertThat(answer.status()).isEqualTo(413);
        assertHardened(answer);
    }

    @Test
    void whoeverSaysNotHowMuchTheySendIsCountedAllTheSame() {
        var json = http.chunked(SIGN_UPS, "application/json", "[" + " ".repeat(1_000_001) + "]");
        assertThat(json.status()).isEqualTo(413);
        var list = http.chunked("/api/v1/members:import", "text/csv", "x".repeat((20 << 20) + 1), token);
        assertThat(list.status()).isEqualTo(413);
    }

    @Test
    void aFormOfAnotherSiteIsNotTaken() {
        for (var header :
                List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example")) {
            var answer = http.post(JOIN, FORM, "a=1", header);
            assertThat(answer.status()).as(header).isEqualTo(403);
            assertHardened(answer);
        }
        assertThat(http.post(JOIN, FORM, "a=1", "Sec-Fetch-Site: same-origin").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.1.1, /public/invoice.pdf?group=prov-ett&key=x, 20",
        "127.0.1.2, /public/joined.xhtml?group=prov-ett&key=x, 60",
        "127.0.1.3, /public/nowhere.xhtml, 120",
        "127.0.1.4, /join/prov-ett, 120"
    })
    void whoTriesLinksOneAfterTheOtherIsToldToWait(String from, String path, int perMinute) {
        var one = http.from(from);
        // what is counted comes back with time, and a slow machine takes some
        var answers = new ArrayList<RawHttp.Answer>();
        while (answers.stream().noneMatch(answer -> answer.status() == 429) && answers.size() < 5 * perMinute) {
            answers.add(one.ask("GET " + path));
        }
        assertThat(answers).as(path).hasSizeBetween(perMinute + 1, 5 * perMinute - 1);
        var refused = answers.get(answers.size() - 1);
        assertThat(Integer.parseInt(refused.one("Retry-After"))).isBetween(1, 60);
        assertThat(refused.one("Content-Type")).startsWith("text/html");
        assertAnonymous(refused);
        assertThat(http.ask("GET " + path).status()).as("others").isNotEqualTo(429);
    }

    private static void assertHardened(RawHttp.Answer answer) {
        ALWAYS.forEach((name, value) -> assertThat(answer.all(name)).as(name).containsExactly(value));
        assertThat(answer.all("Content-Security-Policy")).as("policies").hasSize(1);
        assertThat(answer.one("Content-Security-Policy"))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.one("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(answer.one("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.all("Cache-Control")).hasSize(1);
        assertThat(answer.all("Strict-Transport-Security")).as("plain HTTP").isEmpty();
        assertAnonymous(answer);
    }

    private static void assertAnonymous(RawHttp.Answer answer) {
        assertThat(answer.all("Server")).isEmpty();
        assertThat(answer.all("X-Powered-By")).isEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase("payara", "glassfish", "grizzly", "java.lang", "\tat ");
    }
}

package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What production mode has that loopback cannot have, and its limits as they stand without any setting. */
class ProductionIT {
    private static final String JOIN = "/public/nowhere.xhtml";

    private static TestDatabase database;
    private static Product product;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        database = TestDatabase.start();
        product = Product.production(database);
        http = RawHttp.to(product.baseUrl());
    }

    @AfterAll
    static void end() {
        product.close();
        database.close();
    }

    @Test
    void theCookieIsBoundToThisHostAndToHttps() {
        var cookies = http.ask("GET " + JOIN, as("198.51.100.1")).all("Set-Cookie");
        assertThat(cookies).hasSize(1);
        assertThat(cookies.get(0)).startsWith("__Host-session=");
        assertThat(cookies.get(0).toLowerCase(Locale.ROOT))
                .contains("path=/;")
                .containsOnlyOnce("secure")
                .containsOnlyOnce("httponly")
                .containsOnlyOnce("samesite=lax")
                .doesNotContain("domain");
    }

    @Test
    void browsersAreToldToComeByHttpsAlone() {
        for (var line : new String[] {
            "GET " + JOIN, "GET /api/v1/me", "GET /health/ready", "GET /look.css?hue=1", "OPTIONS /api/v1/me", "GET /"
        }) {
            assertThat(http.ask(line, as("198.51.100.2")).all("Strict-Transport-Security"))
                    .as(line)
                    .containsExactly("max-age=63072000; includeSubDomains");
        }
    }

    @Test
    void theHousesFiguresDoNotLeaveItByTheProxy() {
        assertThat(http.ask("GET /metrics").status()).isEqualTo(200);
        assertThat(http.ask("GET /metrics", as("198.51.100.3")).status()).isEqualTo(404);
    }

    @Test
    void whoBringsBadTokensIsToldToWaitAndNobodyElse() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> http.ask("GET /api/v1/me", "Authorization: Bearer a.b." + i, as("198.51.100.4")))
                .toList();
        assertThat(answers.get(0).status()).isEqualTo(401);
        var refused = answers.stream().filter(each -> each.status() == 429).findFirst();
        assertThat(refused).isPresent();
        assertThat(refused.get().body()).contains("too-many-requests");
        assertThat(Integer.parseInt(refused.get().one("Retry-After"))).isPositive();
        assertThat(http.ask("GET /api/v1/me", "Authorization: Bearer a.b.c", as("198.51.100.5"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoBeginsLogInsWithoutEndIsToldToWaitWithAllTheirNetwork() {
        var statuses = IntStream.range(0, 400)
                .mapToObj(i -> http.ask("GET /home/home.xhtml", as("2001:db8:0:7::" + Integer.toHexString(i + 1))))
                .map(RawHttp.Answer::status)
                .toList();
        assertThat(statuses).contains(429);
        assertThat(statuses.subList(0, 100)).doesNotContain(429);
        assertThat(http.ask("GET /home/home.xhtml", as("2001:db8:0:8::1")).status())
                .isNotEqualTo(429);
    }

    @Test
    void withoutTheIdentityProviderALogInSaysSo() {
        var answer = http.ask("GET /home/home.xhtml", as("198.51.100.6"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains(answer.one("Trace-Id"));
    }

    @Test
    void whoStopsInTheMiddleIsHungUpOn() throws IOException {
        try (var head = http.open();
                var body = http.open()) {
            head.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            body.getOutputStream()
                    .write(
                            "POST /api/v1/sign-ups/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(RawHttp.read(head).status()).isIn(0, 400, 408);
            assertThat(RawHttp.read(body).status()).isEqualTo(408);
        }
    }

    @Test
    void whatCameWithTheDistributionServesAndOfOthersWhatTheOperatorHasSigned() throws IOException {
        var log = product.log();
        assertThat(log).contains("plugin started: bank-bgmax", "plugin started: signed");
        for (var jar : List.of("unsigned.jar", "of-a-stranger.jar")) {
            assertThat(log).contains("plugin refused, not signed by a trusted key: " + jar);
        }
        assertThat(log).contains("plugin refused, not on the allow-list: unlisted.jar");
        try (var shipped = Files.list(Product.distribution().resolve("plugins"))) {
            assertThat(shipped.filter(file -> file.toString().endsWith(".jar")))
                    .allSatisfy(jar -> assertThat(log).doesNotContain(": " + jar.getFileName()));
        }
    }

    private static String as(String address) {
        return "X-Forwarded-For: " + address;
    }
}

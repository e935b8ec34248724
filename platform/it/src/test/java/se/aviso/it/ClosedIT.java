package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses beside the API are closed to everybody who has not logged in with a browser, however they are written. */
@OnRunningProduct
class ClosedIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Product product;

    ClosedIT(Product product) {
        this.product = product;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/home/home.xhtml",
                "//home/home.xhtml",
                "/home/home.xhtml;a=/api/",
                "/api/../home/home.xhtml",
                "/api/v1/../../home/home.xhtml",
                "/api/%2e%2e/home/home.xhtml",
                "/public/../home/home.xhtml",
                "/health/../home/home.xhtml",
                "/jakarta.faces.resource/../home/home.xhtml",
                "/log-in/../home/home.xhtml",
                "/WEB-INF/web.xml",
                "/%57EB-INF/web.xml",
                "/WEB-INF/templates/shell.xhtml",
                "/META-INF/MANIFEST.MF",
                "/nowhere",
                "/nowhere.xhtml"
            })
    void neitherNobodyNorATokenOpensIt(String path) throws IOException, InterruptedException {
        for (var token : new String[] {"", Issuer.get().token("prov", "prov-admin")}) {
            var answer = ask(path, token);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(302, 400, 401, 404);
            assertThat(answer.body()).as(path).doesNotContain("<main", "<web-app", "ui:composition");
            if (answer.statusCode() == 302) {
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .startsWith(Issuer.get().address());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/home/../api/v1/me", "/api/v1/./groups"})
    void aSessionThatHasBegunOpensNothingOfTheApi(String path) throws IOException, InterruptedException {
        var cookie =
                ask("/home/home.xhtml", "").headers().firstValue("Set-Cookie").orElseThrow();
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .header("Cookie", cookie.replaceFirst(";.*", ""));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(path.contains("/.") ? List.of(401, 404) : List.of(401));
    }

    private HttpResponse<String> ask(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

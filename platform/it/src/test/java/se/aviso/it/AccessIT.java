package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the matrix of who may do what does not ask ({@code se.aviso.it.matrix}). */
@OnRunningProduct
class AccessIT {
    private final Product product;
    private final Issuer issuer = Issuer.get();
    private final Client office;
    private final Client chair;

    AccessIT(Product product) {
        this.product = product;
        this.office = product.admin("prov");
        this.chair = product.as("prov", "ordforande");
    }

    @Test
    void everyEndpointSaysWhatItNeedsOrThatItIsOpen() {
        assertThat(Endpoints.all())
                .hasSizeGreaterThan(30)
                .allMatch(endpoint -> endpoint.open() != endpoint.needs().isPresent());
        assertThat(Endpoints.all().stream().filter(Endpoints.Endpoint::open).map(Endpoints.Endpoint::toString))
                .containsExactlyInAnyOrder(
                        "GET sign-ups/{groupSlug}",
                        "POST sign-ups/{groupSlug}",
                        "POST delivery-notices/{key}/{channel}/{dispatch}"); // proves itself by the signature in its
        // address
    }

    @Test
    void aRefusalSaysHowToLogIn() {
        var refused = product.withToken("").get("me").expect(401);
        assertThat(refused.problem()).isEqualTo("token-missing");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aTokenInACookieDoesNotCount() {
        var token = issuer.token("prov", "prov-admin");
        product.withToken("")
                .get("me", "Cookie", "access_token=" + token + "; JSESSIONID=" + token)
                .expect(401);
    }

    @Test
    void whoRunsAGroupSteersNoRunOfAllTheTree() {
        var run = id(office.startRun("REMINDER", "2027-01-04"));
        assertThat(chair.get("invoice-runs").expect(200).text()).doesNotContain(run);
        assertSameAsUnknown(chair, "invoice-runs/%s", run);
        chair.send("POST", "invoice-runs/" + run + ":cancel", new byte[0]).expect(404);
        office.finish(run);
    }

    @Test
    void anAddressMayJoinOnlySoOften() {
        var client = product.withToken("");
        var statuses = IntStream.range(0, 40)
                .mapToObj(i -> client.post("sign-ups/prov-ett", "{}"))
                .toList();
        assertThat(statuses.stream().map(Client.Reply::status)).contains(429);
        var refused = statuses.get(statuses.size() - 1).expect(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void theFormOfADistrictIsClosedUntilItIsOpened() {
        var federation = id(group("prov-forbund"));
        var body = Map.of("name", "Stängt distrikt", "kind", "DISTRICT", "parentId", federation);
        var group = office.post("groups", body).expect(201).json();
        var form = "sign-ups/" + group.get("slug").asText();
        var nobody = product.withToken("");
        nobody.get(form).expect(404);
        office.patch("groups/" + id(group), Map.of("publicJoin", true), "If-Match", "*")
                .expect(200);
        nobody.get(form).expect(200);
        office.patch("groups/" + id(group), Map.of("publicJoin", false), "If-Match", "*")
                .expect(200);
        nobody.get(form).expect(404);
    }

    /** The same bytes, but for the number under which the answer is found in the log. */
    private static void assertSameAsUnknown(Client client, String path, String id) {
        var foreign = client.get(path.formatted(id)).expect(404);
        var unknown = client.get(path.formatted(UUID.randomUUID())).expect(404);
        assertThat(untraced(foreign)).isEqualTo(untraced(unknown));
        assertThat(foreign.bytes()).hasSameSizeAs(unknown.bytes());
    }

    private static String untraced(Client.Reply reply) {
        return reply.text().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private JsonNode group(String slug) {
        var federation = office.all("groups").get(0);
        var district = office.all("groups?parent=" + id(federation)).get(0);
        var all = new ArrayList<>(List.of(federation, district));
        all.addAll(office.all("groups?parent=" + id(district)));
        return all.stream()
                .filter(group -> group.get("slug").asText().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }
}

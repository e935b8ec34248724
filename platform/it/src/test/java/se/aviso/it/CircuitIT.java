package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.it.plugin.MoodyPrice;

/** A plugin that fails rests for the tenant at which it fails, and comes back by itself; the operator sees it all. */
@OnRunningProduct
class CircuitIT {
    private static final String TENANT = "prov";
    private static final String NEIGHBOUR = "tillagg";
    private static final String PLUGIN = "moody";

    /** So many failures of ten calls, and it rests. */
    private static final int FAILURES = 5;

    private static final Duration REST = Duration.ofMinutes(1);

    private final Client office;
    private final Client neighbour;
    private final Client operator;
    private final SignUps people;
    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String failing = MoodyPrice.FAILING + number;
    private final String slow = MoodyPrice.SLOW + number;
    private final String good = "lynnig-bra-" + number;

    CircuitIT(Product product) {
        this.office = product.admin(TENANT);
        this.neighbour = product.admin(NEIGHBOUR);
        this.operator = product.as(TENANT, "drift");
        this.people = new SignUps(product);
    }

    @BeforeEach
    @AfterEach
    void itIsCalledAgain() {
        operator.send("POST", "plugins/" + PLUGIN + ":call-again", new byte[0]).expect(200);
    }

    @Test
    void itOpensAfterFailuresAndClosesByTheOneCallThatIsLetThrough() {
        List.of(failing, slow, good).forEach(type -> PluginPriced.add(office, type, "LYNNIG"));
        PluginPriced.add(neighbour, good, "LYNNIG");
        for (var call = 0; call < FAILURES; call++) {
            assertThat(refusal(failing)).isEqualTo("price-plugin-failed");
        }
        var resting = health(TENANT);
        assertThat(state(resting)).isEqualTo("RESTING");
        assertThat(Duration.between(moment(resting, "since"), moment(resting, "restsUntil")))
                .isEqualTo(REST);
        assertThat(resting.at("/figures/failed").asInt()).isGreaterThanOrEqualTo(FAILURES);

        assertThat(refusal(good)).isEqualTo("price-plugin-failed");
        assertThat(health(TENANT).at("/figures/calls"))
                .as("while it rests it is not asked")
                .isEqualTo(resting.at("/figures/calls"));
        assertTheNeighbourIsServed();

        Waiting.until("the end of the rest", () -> state(health(TENANT)).equals("TRIED"));
        assertThat(state(health(TENANT))).isEqualTo("TRIED");
        assertOneIsLetThrough();
        var closed = health(TENANT);
        assertThat(state(closed)).isEqualTo("CALLED");
        assertThat(moment(closed, "since")).isAfter(moment(resting, "restsUntil"));
        assertThat(closed.has("restsUntil")).isFalse();
        assertThat(closed.at("/figures/p95Millis").asLong()).isGreaterThanOrEqualTo(MoodyPrice.SLOW_MILLIS);
        assertThat(people.join("prov-ett", good).ore()).isPositive();
    }

    private void assertOneIsLetThrough() {
        var first = CompletableFuture.supplyAsync(() -> people.join("prov-ett", slow));
        Waiting.until("the one call to begin", () -> !state(health(TENANT)).equals("TRIED"));
        assertThat(refusal(good)).as("another meanwhile").isEqualTo("price-plugin-failed");
        assertThat(first.join().ore()).isPositive();
    }

    private void assertTheNeighbourIsServed() {
        assertThat(people.join("tillagg-ett", good).ore()).isPositive();
        var row = health(NEIGHBOUR);
        assertThat(state(row)).isEqualTo("CALLED");
        assertThat(row.at("/figures/failed").asInt()).isZero();
        assertThat(row.at("/figures/calls").asInt()).isPositive();
    }

    @Test
    void onlyWhoRunsTheInstallationSeesTenantAfterTenantAndThoseThatRestFirst() {
        office.get("plugins/health").expect(403);
        PluginPriced.add(office, failing, "LYNNIG");
        for (var call = 0; call < FAILURES; call++) {
            refusal(failing);
        }
        var first = operator.get("plugins/health?limit=1").expect(200).json();
        assertThat(first.get("items")).hasSize(1);
        assertThat(state(first.get("items").get(0))).isNotEqualTo("CALLED");
        var cursor = first.get("nextCursor").asText();
        var next = operator.get("plugins/health?limit=1&cursor=" + cursor)
                .expect(200)
                .json();
        assertThat(next.get("items").get(0)).isNotEqualTo(first.get("items").get(0));
        operator.get("plugins/health?limit=501").expect(400);
    }

    private JsonNode health(String tenant) {
        for (var row :
                operator.get("plugins/health?limit=500").expect(200).json().get("items")) {
            if (row.get("plugin").asText().equals(PLUGIN)
                    && row.get("tenant").asText().equals(tenant)) {
                return row;
            }
        }
        throw new AssertionError("the plugin has not been called for " + tenant);
    }

    private static String state(JsonNode row) {
        return row.get("state").asText();
    }

    private static Instant moment(JsonNode row, String name) {
        return Instant.parse(row.get(name).asText());
    }

    private String refusal(String type) {
        var refused =
                people.send("prov-ett", SignUps.form(type, 7), UUID.randomUUID().toString());
        assertThat(refused.status()).as(String.valueOf(refused.body())).isEqualTo(422);
        return refused.body().at("/errors/0/code").asText();
    }
}

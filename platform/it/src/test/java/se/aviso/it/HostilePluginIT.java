package se.aviso.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.aviso.it.plugin.HostileStart;

/** A plugin that never comes back costs those who ask for it some seconds, and nobody else anything. */
@OnRunningProduct
class HostilePluginIT {
    private static final String TENANT = "prov";
    private static final String PLUGIN = "hostile";

    /** So many calls that do not come back turn it off for their tenant. */
    private static final int HANGING = 3;

    private final Client office;
    private final Client neighbour;
    private final SignUps people;
    private final Client operator;
    private final String type = "fiende-" + UUID.randomUUID().toString().substring(0, 8);

    HostilePluginIT(Product product) {
        this.office = product.admin(TENANT);
        this.neighbour = product.admin("tillagg");
        this.operator = product.as(TENANT, "drift");
        this.people = new SignUps(product);
    }

    @BeforeEach
    @AfterEach
    void itIsCalledAgain() {
        operator.send("POST", "plugins/" + PLUGIN + ":call-again", new byte[0]).expect(200);
    }

    @Test
    void aHangingPluginIsAbandonedCountedAndTurnedOffForItsTenantAndEverybodyElseIsServed() {
        PluginPriced.add(office, type, "FIENDE");
        var before = health();
        for (var call = 1; call <= HANGING; call++) {
            var asked = CompletableFuture.supplyAsync(() -> join(type));
            assertThat(people.join("prov-ett", "ar").ore())
                    .as("others are served meanwhile")
                    .isPositive();
            assertThat(asked.join()).isEqualTo("price-plugin-failed");
        }
        var health = health();
        assertThat(more(before, health, "/all/hung")).isEqualTo(HANGING);
        assertThat(more(before, health, "/mine/hung")).isEqualTo(HANGING);
        assertThat(health.get("state").asText()).isEqualTo("OFF");
        assertThat(health.get("offForAll").asBoolean()).isFalse();
        assertThat(more(before, health, "/underWay"))
                .as("its threads are still lost")
                .isEqualTo(HANGING);
        assertThat(more(before, health, "/hanging")).isEqualTo(HANGING);
        assertTheNeighbourIsServedByIt();

        var begun = Instant.now();
        assertThat(join(type)).isEqualTo("price-plugin-failed");
        assertThat(Duration.between(begun, Instant.now()))
                .as("it is not asked any more")
                .isLessThan(Duration.ofSeconds(4));
        assertThat(people.join("prov-ett", "ar").ore()).isPositive();
    }

    /** It looks at the neighbour's file, and says that the file is none of its own. */
    private void assertTheNeighbourIsServedByIt() {
        var before = health(neighbour);
        neighbour.upload("name=fil.txt", ("ingen " + type).getBytes(US_ASCII)).expect(201);
        var health = health(neighbour);
        assertThat(health.get("state").asText()).isEqualTo("CALLED");
        assertThat(more(before, health, "/mine/calls")).isPositive();
        assertThat(more(before, health, "/mine/failed")).isZero();
    }

    @Test
    void settingsThatHangWhenTheyAreTriedCostNobodyTheWork() {
        var before = health();
        var tries = Stream.generate(() -> CompletableFuture.supplyAsync(this::attempt))
                .limit(HANGING)
                .toList();
        assertThat(tries)
                .extracting(CompletableFuture::join)
                .as("two at a time have places, and lose them while they hang")
                .containsExactlyInAnyOrder("HUNG", "HUNG", "BUSY");
        Waiting.until("the ends of those that were abandoned", () -> more(before, health(), "/underWay") == 0);
        var health = health();
        assertThat(more(before, health, "/mine/hung")).isEqualTo(2);
        assertThat(health.get("state").asText()).isEqualTo("CALLED");
        assertTheNeighbourIsServedByIt();
    }

    private String attempt() {
        return office.post("plugin-choices/" + PLUGIN + ":try", Map.of("turnedOn", true, "settings", Map.of()))
                .expect(200)
                .json()
                .get("problem")
                .asText();
    }

    @Test
    void aPluginThatCannotSayWhatItIsIsListedWithTheReason() {
        assertThat(office.get("plugins").expect(200).json())
                .filteredOn(plugin -> plugin.get("file").asText().equals("hostile-start-plugin.jar"))
                .hasSize(1)
                .allSatisfy(plugin -> {
                    assertThat(plugin.get("state").asText()).isEqualTo("FAILED");
                    assertThat(plugin.get("reason").asText()).contains(HostileStart.REASON);
                });
    }

    @Test
    void whoRunsTheInstallationSeesEachTenant() {
        assertTheNeighbourIsServedByIt();
        assertThat(plugin(operator).get("tenants"))
                .isNotEmpty()
                .allSatisfy(tenant ->
                        assertThat(tenant.at("/figures/calls").asInt()).isNotNegative());
        assertThat(plugin(office).has("tenants")).isFalse();
    }

    @Test
    void aBankFormatThatHangsAtAFileCostsThatFileSomeSecondsAndNoOtherAnything() {
        var before = health();
        var hanging = CompletableFuture.supplyAsync(() -> upload(("HANG AT ONCE " + type).getBytes(US_ASCII)));
        var joined = people.join("prov-tva", "ar");
        var paying = BankFiles.of("9913310", LocalDate.of(2027, 1, 4), List.of(BankFiles.paying(joined)));
        assertThat(upload(paying).get("matched").asInt()).isEqualTo(1);
        assertThat(hanging.join().get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(more(before, health(), "/all/hung")).isEqualTo(1);
    }

    private JsonNode upload(byte[] file) {
        return office.upload("name=fil.txt", file).expect(201).json();
    }

    @Test
    void nobodyButAnOperatorLetsItBeCalledAgain() {
        office.send("POST", "plugins/" + PLUGIN + ":call-again", new byte[0]).expect(403);
        operator.send("POST", "plugins/ingen:call-again", new byte[0]).expect(404);
        var plugin = operator.send("POST", "plugins/" + PLUGIN + ":call-again", new byte[0])
                .expect(200)
                .json();
        assertThat(plugin.at("/health/state").asText()).isEqualTo("CALLED");
    }

    private String join(String membershipType) {
        var refused = people.send(
                "prov-ett", SignUps.form(membershipType, 7), UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        return refused.body().at("/errors/0/code").asText();
    }

    private JsonNode health() {
        return health(office);
    }

    private static JsonNode health(Client client) {
        return plugin(client).get("health");
    }

    private static int more(JsonNode before, JsonNode after, String figure) {
        return after.at(figure).asInt() - before.at(figure).asInt();
    }

    private static JsonNode plugin(Client client) {
        for (var plugin : client.get("plugins").expect(200).json()) {
            if (plugin.get("id").asText().equals(PLUGIN)) {
                return plugin;
            }
        }
        throw new AssertionError("the hostile plugin is not there");
    }
}

package se.aviso.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A plugin that never comes back costs those who ask for it some seconds, and nobody else anything. */
@OnRunningProduct
class HostilePluginIT {
    private static final String TENANT = "prov";
    private static final String PLUGIN = "hostile";

    /** So many calls that do not come back turn it off. */
    private static final int HANGING = 3;

    private final Client office;
    private final SignUps people;
    private final Client operator;
    private final String type = "fiende-" + UUID.randomUUID().toString().substring(0, 8);

    HostilePluginIT(Product product) {
        this.office = product.admin(TENANT);
        this.operator = product.as(TENANT, "drift");
        this.people = new SignUps(product);
    }

    @Test
    void aHangingPluginIsAbandonedCountedAndTurnedOffAndEverybodyElseIsServed() {
        PluginPriced.add(office, type, "FIENDE");
        var before = health().at("/all/hung").asInt();
        for (var call = 1; call <= HANGING; call++) {
            var asked = CompletableFuture.supplyAsync(() -> join(type));
            assertThat(people.join("prov-ett", "ar").ore())
                    .as("others are served meanwhile")
                    .isPositive();
            assertThat(asked.join()).isEqualTo("price-plugin-failed");
        }
        var health = health();
        assertThat(health.at("/all/hung").asInt()).isEqualTo(before + HANGING);
        assertThat(health.at("/mine/hung").asInt()).isEqualTo(before + HANGING);
        assertThat(health.get("state").asText()).isEqualTo("OFF");
        assertThat(health.get("underWay").asInt())
                .as("its threads are still lost")
                .isEqualTo(before + HANGING);

        var begun = Instant.now();
        assertThat(join(type)).isEqualTo("price-plugin-failed");
        assertThat(Duration.between(begun, Instant.now()))
                .as("it is not asked any more")
                .isLessThan(Duration.ofSeconds(4));
        assertThat(people.join("prov-ett", "ar").ore()).isPositive();
    }

    @Test
    void aBankFormatThatHangsAtAFileCostsThatFileSomeSecondsAndNoOtherAnything() {
        operator.send("POST", "plugins/" + PLUGIN + ":call-again", new byte[0]).expect(200);
        var before = health().at("/all/hung").asInt();
        var hanging = CompletableFuture.supplyAsync(() -> upload(("HANG AT ONCE " + type).getBytes(US_ASCII)));
        var joined = people.join("prov-tva", "ar");
        var paying = BankFiles.of("9913310", LocalDate.of(2027, 1, 4), List.of(BankFiles.paying(joined)));
        assertThat(upload(paying).get("matched").asInt()).isEqualTo(1);
        assertThat(hanging.join().get("state").asText()).isEqualTo("QUARANTINED");
        assertThat(health().at("/all/hung").asInt()).isEqualTo(before + 1);
        operator.send("POST", "plugins/" + PLUGIN + ":call-again", new byte[0]).expect(200);
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
        for (var plugin : office.get("plugins").expect(200).json()) {
            if (plugin.get("id").asText().equals(PLUGIN)) {
                return plugin.get("health");
            }
        }
        throw new AssertionError("the hostile plugin is not there");
    }
}
